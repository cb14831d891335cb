using Hebb.Lab.Catalogue;
using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Comparisons;

/// <summary>A row of a comparison: the runs of one configuration, in one environment or over several.</summary>
/// <param name="Label">What tells the configuration from the others.</param>
/// <param name="Strata">The scores in each environment, of the runs that have one.</param>
/// <param name="Runs">All runs.</param>
public sealed record ComparedRuns(string Label, ImmutableArray<double[]> Strata, ImmutableArray<CataloguedRun> Runs)
{
    /// <summary>The interquartile mean of the scores and its stratified bootstrap interval; null where an environment has none.</summary>
    public Estimate? Score { get; } = Estimated(Strata);

    /// <summary>How probably a run of it does better than one of the baseline; null for the baseline, and where scores are missing.</summary>
    public Improvement? Improvement { get; private init; }

    /// <summary>Whether it is what the others are compared with.</summary>
    public bool IsBaseline { get; private init; }

    /// <summary>The runs that were played to their end.</summary>
    public int Finished => Runs.Count(run => run.State == RunState.Finished);

    /// <summary>The runs that have no score.</summary>
    public int Unscored => Runs.Length - Strata.Sum(scores => scores.Length);

    /// <summary>The runs that were solved.</summary>
    public int Solved => Runs.Count(run => run.Record.SolvedAt.HasValue);

    /// <summary>The median over these of the environment steps that it took; null where there is none.</summary>
    public double? MedianSteps
    {
        get
        {
            double[] steps = [.. Runs.Select(run => (double?)run.Record.SolvedAt).OfType<double>()];
            return steps.Length == 0 ? null : Median.Of(steps);
        }
    }

    /// <summary>The runs that diverged.</summary>
    public int Diverged => Runs.Count(run => run.HasDiverged);

    /// <summary>The runs that collapsed.</summary>
    public int Collapsed => Runs.Count(run => run.Record.EndsCollapsed);

    /// <summary>The runs that failed.</summary>
    public int Failed => Runs.Count(run => run.State == RunState.Failed);

    /// <summary>The same row, compared with a baseline.</summary>
    /// <param name="baseline">The baseline; may be the row itself.</param>
    public ComparedRuns Against(ComparedRuns baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var itself = ReferenceEquals(this, baseline);
        return this with
        {
            IsBaseline = itself,
            Improvement =
                itself || Score is null || baseline.Score is null
                    ? null
                    : Comparisons.Improvement.Of(Strata, baseline.Strata),
        };
    }

    private static Estimate? Estimated(ImmutableArray<double[]> strata) =>
        strata.IsDefaultOrEmpty || strata.Any(scores => scores.Length == 0)
            ? null
            : new Estimate(
                StratifiedBootstrap.InterquartileMeanOf(strata),
                strata.Any(scores => scores.Length < Criteria.LeastForInterval)
                    ? null
                    : StratifiedBootstrap.OfInterquartileMean(strata, Criteria.Resamples, Criteria.ResamplingSeed)
            );
}
