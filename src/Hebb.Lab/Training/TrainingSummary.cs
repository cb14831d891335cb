using Hebb.Agents;
using Hebb.Environments;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Training;

/// <summary>The results over the seeds of one group: a row of the summary.</summary>
/// <param name="Runs">The runs, a seed each; at least one.</param>
public sealed record TrainingSummary(
    AgentEntry Agent,
    EnvironmentSpecification Environment,
    RunGroup Group,
    ImmutableArray<TrainedRun> Runs
)
{
    /// <summary>How many seeds there are.</summary>
    public int Seeds => Runs.Length;

    /// <summary>How many of them had a mean return over 100 episodes at or above the threshold.</summary>
    public required int Solved { get; init; }

    /// <summary>The median, over those, of the environment steps at which it was first so; null if none.</summary>
    public required double? MedianSteps { get; init; }

    /// <summary>The mean return of the last 100 training episodes; null where a seed has none.</summary>
    public required Estimate? Last { get; init; }

    /// <summary>The same of the worst seed.</summary>
    public required double? LastLowest { get; init; }

    /// <summary>The mean return of the greedy episodes; null where there are none.</summary>
    public required Estimate? Greedy { get; init; }

    /// <summary>The wall time of a step of one environment, learning included, on one core; the median over seeds.</summary>
    public required double MicrosecondsPerStep { get; init; }

    /// <summary>How many seeds had a parameter that was NaN or infinite.</summary>
    public required int Diverged { get; init; }

    /// <summary>Sums runs up.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public static TrainingSummary Of(AgentPlan plan, ImmutableArray<TrainedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (runs.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"{plan.Agent.Name} has no run: at least one is needed.", nameof(runs));
        }

        double[] solved = [.. runs.Select(run => (double?)run.Record.SolvedAt).OfType<double>()];
        double[] last = [.. runs.Select(run => run.Record.Last100).OfType<double>()];
        double[] greedy = [.. runs.Select(run => run.Record.GreedyMean).OfType<double>()];
        return new TrainingSummary(plan.Agent, plan.Place.Specification, plan.Group, runs)
        {
            Solved = solved.Length,
            MedianSteps = solved.Length == 0 ? null : Median.Of(solved),
            Last = last.Length == runs.Length ? Estimate.Of(last) : null,
            LastLowest = last.Length == runs.Length ? last.Min() : null,
            Greedy = greedy.Length == runs.Length ? Estimate.Of(greedy) : null,
            MicrosecondsPerStep = Median.Of([.. runs.Select(run => run.Record.MicrosecondsPerStep)]),
            Diverged = runs.Count(run => run.Record.DivergedAt.HasValue),
        };
    }
}
