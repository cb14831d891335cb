using System.Buffers;

namespace Hebb.Numerics.Statistics;

/// <summary>The median: the middle value, or the mean of the two middle values.</summary>
public static class Median
{
    /// <summary>The median of values in any order.</summary>
    /// <param name="values">At least one value, none of them NaN.</param>
    /// <exception cref="ArgumentException">There is no value, or one of them is NaN.</exception>
    public static double Of(ReadOnlySpan<double> values)
    {
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            Span<double> sorted = rented.AsSpan(0, values.Length);
            Order.Sort(values, sorted);
            return Percentile.OfSorted(sorted, 0.5);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
