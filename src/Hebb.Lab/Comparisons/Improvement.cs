using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Comparisons;

/// <summary>The probability that a run of one configuration does better than a run of another, with its 95 % interval.</summary>
/// <param name="Probability">The probability, the mean over environments.</param>
/// <param name="Interval">The interval; null where either has fewer than <see cref="Criteria.LeastForInterval"/> runs in an environment.</param>
public readonly record struct Improvement(double Probability, BootstrapInterval? Interval)
{
    /// <summary>Estimates it.</summary>
    /// <param name="strata">The scores of the one in each environment.</param>
    /// <param name="others">Those of the other.</param>
    public static Improvement Of(ImmutableArray<double[]> strata, ImmutableArray<double[]> others) =>
        new(
            ProbabilityOfImprovement.Of(strata, others),
            strata.Concat(others).Any(scores => scores.Length < Criteria.LeastForInterval)
                ? null
                : ProbabilityOfImprovement.Interval(strata, others, Criteria.Resamples, Criteria.ResamplingSeed)
        );

    /// <summary>For people, such as <c>0.82 [0.68, 0.94]</c>.</summary>
    public override string ToString() =>
        Interval is { } interval
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Probability:0.00} [{interval.Low:0.00}, {interval.High:0.00}]"
            )
            : Probability.ToString("0.00", CultureInfo.InvariantCulture);
}
