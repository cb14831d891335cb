namespace Hebb.Numerics.Statistics;

/// <summary>Sorting into the caller's memory, with the check that every order statistic needs.</summary>
internal static class Order
{
    /// <summary>Copies the values in ascending order.</summary>
    /// <param name="values">At least one value, none of them NaN.</param>
    /// <param name="sorted">Receives them; of the same length.</param>
    /// <exception cref="ArgumentException">There is no value, or one of them is NaN.</exception>
    public static void Sort(ReadOnlySpan<double> values, Span<double> sorted)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There is no value: at least one is needed.", nameof(values));
        }

        values.CopyTo(sorted);
        sorted.Sort();

        // NaN sorts before every number.
        if (double.IsNaN(sorted[0]))
        {
            throw new ArgumentException("One of the values is NaN: numbers are needed.", nameof(values));
        }
    }
}
