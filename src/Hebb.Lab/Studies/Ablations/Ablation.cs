using Hebb.Agents;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations;

/// <summary>
/// From the report's rules to rules that learn: studies of agents that differ in one thing at a time, on
/// CartPole-v1.
/// </summary>
internal static class Ablation
{
    /// <summary>The experiment's name in its configuration.</summary>
    public const string Name = "ablation";

    /// <summary>The environment.</summary>
    public const string Environment = "CartPole-v1";

    /// <summary>The environment steps of a run where nothing else is said.</summary>
    public const long StandardSteps = 100_000;

    /// <summary>The seeds: none that settings were chosen on.</summary>
    public static SeedSet Seeds { get; } = SeedSet.Range(1000, 1019);

    /// <summary>Every study, in the order of the tables.</summary>
    public static ImmutableArray<AblationSeries> Studies { get; } =
    [
        RewardStudies.Steps,
        RewardStudies.Without,
        PolicyStudies.Steps,
        PolicyStudies.Without,
        DqnStudies.Steps,
        DqnStudies.Without,
        PpoStudies.Without,
        RewardStudies.Sensitivity,
        DqnStudies.Sensitivity,
        PpoStudies.Sensitivity,
        RewardStudies.StepRates,
        PolicyStudies.StepRates,
        DqnStudies.StepRates,
    ];

    /// <summary>The agents of some studies, each once.</summary>
    public static ImmutableArray<AgentEntry> Agents(IEnumerable<AblationSeries> studies) =>
        [.. studies.SelectMany(study => study.Agents).DistinctBy(agent => agent.Name, StringComparer.Ordinal)];

    /// <summary>What is run for some studies.</summary>
    /// <param name="steps">The environment steps of every run.</param>
    public static TrainingConfiguration Configuration(IEnumerable<AblationSeries> studies, SeedSet seeds, long steps)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return new(
            TrainingConfiguration.CurrentFormatVersion,
            Name,
            [.. Agents(studies).Select(agent => new RunGroup(agent.Name, Environment, steps))],
            seeds.ToString(),
            Evaluation: 0,
            Diagnostics: true
        );
    }
}
