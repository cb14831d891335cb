using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The results over the seeds of one method: a row of the summary.</summary>
/// <param name="Seeds">How many seeds it has.</param>
/// <param name="Episodes">How many episodes each has; the fewest, where they differ.</param>
/// <param name="Solved">How many of them had a full window's mean at or above the threshold.</param>
/// <param name="MedianEpisodeSolved">The median, over those, of the episode at which it was first so; null if none.</param>
/// <param name="Best">The best mean of a seed.</param>
/// <param name="Last">The last mean of a seed.</param>
/// <param name="Collapsed">How many seeds lost more than half of what they had learned.</param>
/// <param name="Diverged">How many seeds had a parameter that was NaN or infinite.</param>
/// <param name="EnvironmentSteps">The environment steps of all seeds.</param>
/// <param name="Seconds">The wall time of all runs, one core each, added up.</param>
public sealed record MethodSummary(
    Figure4Method Method,
    int Seeds,
    int Episodes,
    int Solved,
    double? MedianEpisodeSolved,
    Estimate Best,
    Estimate Last,
    int Collapsed,
    int Diverged,
    long EnvironmentSteps,
    double Seconds
)
{
    /// <summary>Environment steps per second of one core, learning included.</summary>
    public double StepsPerSecond => Seconds > 0 ? EnvironmentSteps / Seconds : 0;

    /// <summary>
    /// The part of the phases that used up their steps before the network had settled, as the mean over seeds; null
    /// for a method that does not settle to a tolerance.
    /// </summary>
    public double? UnsettledPhases { get; init; }

    /// <summary>Sums the runs of a method up.</summary>
    /// <param name="runs">Its runs; at least one.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public static MethodSummary Of(Figure4Method method, IReadOnlyList<MethodRun> runs)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count == 0)
        {
            throw new ArgumentException($"{method.Name} has no run: at least one is needed.", nameof(runs));
        }

        RunSummary[] summaries = [.. runs.Select(RunSummary.Of)];
        double[] solved = [.. summaries.Select(run => (double?)run.EpisodeSolved).OfType<double>()];
        return new MethodSummary(
            method,
            runs.Count,
            runs.Min(run => run.Returns.Length),
            solved.Length,
            solved.Length == 0 ? null : Median.Of(solved),
            Estimate.Of([.. summaries.Select(run => run.Best)]),
            Estimate.Of([.. summaries.Select(run => run.Last)]),
            summaries.Count(run => run.HasEverCollapsed),
            runs.Count(run => run.DivergedAtEpisode.HasValue),
            runs.Sum(run => run.EnvironmentSteps),
            runs.Sum(run => run.Seconds)
        )
        {
            UnsettledPhases = runs.Average(run => run.UnsettledPhases),
        };
    }
}
