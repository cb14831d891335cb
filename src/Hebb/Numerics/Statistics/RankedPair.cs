namespace Hebb.Numerics.Statistics;

/// <summary>
/// The values of two samples, known by their ranks among the distinct values of both: the probability that one of the first
/// is above one of the second is then counted in one pass, of the samples as of any resample.
/// </summary>
internal sealed class RankedPair
{
    private readonly int[] _ranks;
    private readonly int[] _otherRanks;
    private readonly int[] _counts;
    private readonly int[] _otherCounts;

    /// <summary>Ranks the values.</summary>
    /// <param name="values">The first sample; at least one value.</param>
    /// <param name="others">The second; at least one value.</param>
    /// <exception cref="ArgumentException">There is no value, or one of them is NaN.</exception>
    public RankedPair(double[] values, double[] others)
    {
        double[] distinct = [.. Sorted(values).Concat(Sorted(others)).Distinct().Order()];
        _ranks = Array.ConvertAll(values, value => Array.BinarySearch(distinct, value));
        _otherRanks = Array.ConvertAll(others, value => Array.BinarySearch(distinct, value));
        _counts = new int[distinct.Length];
        _otherCounts = new int[distinct.Length];
        foreach (var rank in _ranks)
        {
            _counts[rank]++;
        }

        foreach (var rank in _otherRanks)
        {
            _otherCounts[rank]++;
        }

        Observed = Probability();
    }

    /// <summary>The probability of the samples as they are.</summary>
    public double Observed { get; }

    /// <summary>The probability of a resample of both.</summary>
    public double Draw(Pcg64 random)
    {
        Count(random, _ranks, _counts);
        Count(random, _otherRanks, _otherCounts);
        return Probability();
    }

    private static void Count(Pcg64 random, int[] ranks, int[] counts)
    {
        Array.Clear(counts);
        for (var draw = 0; draw < ranks.Length; draw++)
        {
            counts[ranks[random.NextInteger(ranks.Length)]]++;
        }
    }

    private static double[] Sorted(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = new double[values.Length];
        Order.Sort(values, sorted);
        return sorted;
    }

    // In halves of pairs, which are whole numbers: P(X > Y) and P(Y > X) then add up to 1 but for the last rounding.
    private double Probability()
    {
        long halves = 0;
        long below = 0;
        for (var rank = 0; rank < _counts.Length; rank++)
        {
            halves += _counts[rank] * ((2 * below) + _otherCounts[rank]);
            below += _otherCounts[rank];
        }

        return halves / (2.0 * _ranks.Length * _otherRanks.Length);
    }
}
