namespace Hebb.Numerics.Statistics;

/// <summary>The mean over a window that slides along a series.</summary>
public static class SlidingMean
{
    /// <summary>
    /// Writes at every place the mean of the values up to and including it, over the last <paramref name="window"/> of
    /// them; the first <paramref name="window"/> - 1 places average the fewer values that there are.
    /// </summary>
    /// <param name="window">The width of a full window; at least 1.</param>
    /// <param name="means">Receives the means; as long as <paramref name="values"/> and apart from it.</param>
    /// <remarks>
    /// The sum is carried along, which is exact for whole numbers (episode returns and lengths) and otherwise accurate
    /// to the rounding of one addition a place.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The two spans differ in length or overlap.</exception>
    public static void Compute(ReadOnlySpan<double> values, int window, Span<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        if (means.Length != values.Length)
        {
            throw new ArgumentException(
                $"Room for {means.Length} means was given: {values.Length} are needed.",
                nameof(means)
            );
        }

        if (values.Overlaps(means))
        {
            throw new ArgumentException("The means must not overwrite the values.", nameof(means));
        }

        double sum = 0;
        for (var place = 0; place < values.Length; place++)
        {
            sum += values[place];
            if (place >= window)
            {
                sum -= values[place - window];
            }

            means[place] = sum / Math.Min(window, place + 1);
        }
    }
}
