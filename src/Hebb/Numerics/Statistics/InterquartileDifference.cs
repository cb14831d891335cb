namespace Hebb.Numerics.Statistics;

/// <summary>The difference of the interquartile means of two independent samples, with its bootstrap interval.</summary>
public static class InterquartileDifference
{
    /// <summary>The interquartile mean of the one less that of the other.</summary>
    /// <param name="values">The one: at least one value, none of them NaN.</param>
    /// <param name="others">The other: the same.</param>
    /// <exception cref="ArgumentException">A sample has no value, or one that is NaN.</exception>
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<double> others) =>
        InterquartileMean.Of(values) - InterquartileMean.Of(others);

    /// <summary>Its percentile bootstrap interval: both samples are drawn anew, each for itself.</summary>
    /// <param name="values">The one: at least one value, none of them NaN.</param>
    /// <param name="others">The other: the same.</param>
    /// <param name="resamples">How many times to draw; at least 1, 2000 for a table.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="confidence">The part of the differences that the interval holds; above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A sample has no value, or one that is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static BootstrapInterval Interval(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> others,
        int resamples,
        ulong seed,
        double confidence = 0.95
    )
    {
        BootstrapInterval.Require(resamples, confidence);
        var (one, other) = (Sorted(values), Sorted(others));
        var differences = new double[resamples];
        var random = new Pcg64(seed);
        foreach (ref var difference in differences.AsSpan())
        {
            difference = Drawn(one, random) - Drawn(other, random);
        }

        return BootstrapInterval.Of(differences, confidence);
    }

    private static double Drawn(double[] sorted, Pcg64 random)
    {
        Span<int> counts = sorted.Length <= 256 ? stackalloc int[sorted.Length] : new int[sorted.Length];
        counts.Clear();
        for (var draw = 0; draw < counts.Length; draw++)
        {
            counts[random.NextInteger(counts.Length)]++;
        }

        return InterquartileMean.OfCounts(sorted, counts);
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = new double[values.Length];
        Order.Sort(values, sorted);
        return sorted;
    }
}
