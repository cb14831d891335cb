using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Summaries;

/// <summary>An interquartile mean over seeds with its 95 % bootstrap interval.</summary>
/// <param name="Interval">The interval; null of fewer values than <see cref="Criteria.LeastForInterval"/>.</param>
public readonly record struct Estimate(double Mean, BootstrapInterval? Interval) : IFormattable
{
    /// <summary>Estimates from one number a seed.</summary>
    /// <param name="values">At least one value.</param>
    public static Estimate Of(ReadOnlySpan<double> values) =>
        new(
            InterquartileMean.Of(values),
            values.Length < Criteria.LeastForInterval
                ? null
                : BootstrapInterval.OfInterquartileMean(values, Criteria.Resamples, Criteria.ResamplingSeed)
        );

    /// <summary>For people: the mean and, in brackets, the interval, such as <c>45.0 [25, 96]</c>.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>For people, all three numbers in one format.</summary>
    /// <param name="format">The .NET format; null for that of <see cref="ToString()"/>.</param>
    /// <param name="formatProvider">The culture.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var mean = Mean.ToString(format ?? "0.0", formatProvider);
        var ends = format ?? "0";
        return Interval is { } interval
            ? $"{mean} [{interval.Low.ToString(ends, formatProvider)}, {interval.High.ToString(ends, formatProvider)}]"
            : mean;
    }
}
