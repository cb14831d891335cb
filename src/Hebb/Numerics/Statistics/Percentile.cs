namespace Hebb.Numerics.Statistics;

/// <summary>Percentiles with linear interpolation between neighbouring values (numpy's default, "linear").</summary>
public static class Percentile
{
    /// <summary>The value below which a fraction of the values lies.</summary>
    /// <param name="sorted">At least one value, in ascending order.</param>
    /// <param name="fraction">Between 0 (the smallest value) and 1 (the largest).</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not between 0 and 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double fraction)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("There is no value: at least one is needed.", nameof(sorted));
        }

        if (!(fraction is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction from 0 to 1 is needed.");
        }

        var position = fraction * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
