using System.Buffers;

namespace Hebb.Numerics.Statistics;

/// <summary>A percentile bootstrap interval of a statistic (Efron 1979).</summary>
/// <param name="Low">Its lower end, in the units of the statistic.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct BootstrapInterval(double Low, double High)
{
    /// <summary>
    /// The interval of the interquartile mean: the values are drawn anew with replacement, as many as there are, and
    /// the middle part of the means so found is taken.
    /// </summary>
    /// <param name="values">At least one value, none of them NaN.</param>
    /// <param name="resamples">How many times to draw; at least 1, 2000 for a table.</param>
    /// <param name="seed">The seed of the draws: the same seed draws the same places of equally many values.</param>
    /// <param name="confidence">The part of the means that the interval holds; above 0 and below 1.</param>
    /// <remarks>
    /// Source: Efron 1979, and Agarwal et al. 2021 for its use over seeds. The ends are percentiles with linear
    /// interpolation. The interval of one value, or of equal values, has no width.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no value, or one of them is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static BootstrapInterval OfInterquartileMean(
        ReadOnlySpan<double> values,
        int resamples,
        ulong seed,
        double confidence = 0.95
    )
    {
        Require(resamples, confidence);
        var rentedValues = ArrayPool<double>.Shared.Rent(values.Length);
        var rentedMeans = ArrayPool<double>.Shared.Rent(resamples);
        var rentedCounts = ArrayPool<int>.Shared.Rent(values.Length);
        try
        {
            Span<double> sorted = rentedValues.AsSpan(0, values.Length);
            Span<double> means = rentedMeans.AsSpan(0, resamples);
            Span<int> counts = rentedCounts.AsSpan(0, values.Length);
            Order.Sort(values, sorted);

            var random = new Pcg64(seed);
            foreach (ref var mean in means)
            {
                counts.Clear();
                for (var draw = 0; draw < counts.Length; draw++)
                {
                    counts[random.NextInteger(counts.Length)]++;
                }

                mean = InterquartileMean.OfCounts(sorted, counts);
            }

            return Of(means, confidence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rentedValues);
            ArrayPool<double>.Shared.Return(rentedMeans);
            ArrayPool<int>.Shared.Return(rentedCounts);
        }
    }

    /// <summary>Refuses numbers that are out of their range.</summary>
    /// <param name="resamples">How many times to draw.</param>
    /// <param name="confidence">The part of the resampled statistics that the interval holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is.</exception>
    internal static void Require(int resamples, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidence),
                confidence,
                "A confidence above 0 and below 1 is needed."
            );
        }
    }

    /// <summary>The middle part of the statistics of all resamples.</summary>
    /// <param name="statistics">The statistics; they are sorted.</param>
    /// <param name="confidence">The part of them that the interval holds.</param>
    internal static BootstrapInterval Of(Span<double> statistics, double confidence)
    {
        statistics.Sort();
        var outside = (1 - confidence) / 2;
        return new(Percentile.OfSorted(statistics, outside), Percentile.OfSorted(statistics, 1 - outside));
    }
}
