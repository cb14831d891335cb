using System.Buffers;

namespace Hebb.Numerics.Statistics;

/// <summary>
/// The interquartile mean: a quarter of the values is dropped at either end and the rest is averaged. It is as robust
/// against single lucky or unlucky seeds as the median, and wastes less of the data.
/// </summary>
/// <remarks>
/// Source: Agarwal et al. 2021, "Deep reinforcement learning at the edge of the statistical precipice"; equal to
/// <c>scipy.stats.trim_mean(values, 0.25)</c>, which drops whole values only: floor(n / 4) at each end, so nothing at
/// all below four values.
/// </remarks>
public static class InterquartileMean
{
    /// <summary>The interquartile mean of values in any order.</summary>
    /// <param name="values">At least one value, none of them NaN.</param>
    /// <exception cref="ArgumentException">There is no value, or one of them is NaN.</exception>
    public static double Of(ReadOnlySpan<double> values)
    {
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            Span<double> sorted = rented.AsSpan(0, values.Length);
            Order.Sort(values, sorted);
            return OfSorted(sorted);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>How many values are dropped at each end of <paramref name="count"/> values.</summary>
    /// <param name="count">The number of values; at least 0.</param>
    internal static int Cut(int count) => count / 4;

    /// <summary>The mean of a resample in which sorted values occur so many times: no resample is ever sorted.</summary>
    /// <param name="sorted">The values, in ascending order; at least one.</param>
    /// <param name="counts">How often each occurs; together as often as there are values.</param>
    internal static double OfCounts(ReadOnlySpan<double> sorted, ReadOnlySpan<int> counts)
    {
        var first = Cut(sorted.Length);
        var end = sorted.Length - first;
        double sum = 0;
        var place = 0;
        for (var value = 0; value < sorted.Length && place < end; value++)
        {
            var next = place + counts[value];
            var kept = Math.Min(next, end) - Math.Max(place, first);
            if (kept > 0)
            {
                sum += kept * sorted[value];
            }

            place = next;
        }

        return Math.Clamp(sum / (end - first), sorted[0], sorted[^1]);
    }

    private static double OfSorted(ReadOnlySpan<double> sorted)
    {
        var cut = Cut(sorted.Length);
        double sum = 0;
        foreach (var value in sorted[cut..^cut])
        {
            sum += value;
        }

        // Rounding may carry the mean of equal values past them by a unit in the last place.
        return Math.Clamp(sum / (sorted.Length - (2 * cut)), sorted[cut], sorted[^(cut + 1)]);
    }
}
