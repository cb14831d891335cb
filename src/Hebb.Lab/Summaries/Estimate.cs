using System.Globalization;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Summaries;

/// <summary>An interquartile mean over seeds with its 95 % bootstrap interval.</summary>
/// <param name="Mean">The interquartile mean.</param>
/// <param name="Interval">Its interval.</param>
public readonly record struct Estimate(double Mean, BootstrapInterval Interval)
{
    /// <summary>Estimates from one number a seed.</summary>
    /// <param name="values">At least one value.</param>
    public static Estimate Of(ReadOnlySpan<double> values) =>
        new(
            InterquartileMean.Of(values),
            BootstrapInterval.OfInterquartileMean(values, Criteria.Resamples, Criteria.ResamplingSeed)
        );

    /// <summary>For people: the mean and, in brackets, the interval, such as <c>45.0 [25, 96]</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mean:0.0} [{Interval.Low:0}, {Interval.High:0}]");
}
