using System.ComponentModel.DataAnnotations;
using Hebb.Agents;
using Hebb.Lab.Configurations;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>The options of the benchmark: which agents learn in which environments, for how long and from which seeds.</summary>
internal sealed record BenchmarkOptions : StudyOptions
{
    /// <summary>The agents, in the order of the tables.</summary>
    [StudyOption(Noun = "agent")]
    public IReadOnlyList<AgentEntry> Agents { get; init; } = Benchmark.Agents;

    /// <summary>The names of the environments.</summary>
    [StudyOption(Name = "--envs", Noun = "environment")]
    public IReadOnlyList<string> Environments { get; init; } = Benchmark.Environments;

    /// <summary>The seeds.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = Benchmark.Seeds;

    /// <summary>The environment steps of every run, at least 1; null for the budgets.</summary>
    [StudyOption(
        Description = "The environment steps of training in every run; by default the budget of its agent and environment."
    )]
    [Range(1, 1e12)]
    public long? Steps { get; init; }

    /// <summary>What the results depend on.</summary>
    public TrainingConfiguration Configuration =>
        new(
            TrainingConfiguration.CurrentFormatVersion,
            Benchmark.Name,
            Benchmark.Groups(Agents, Environments, Steps),
            Seeds.ToString(),
            new EvaluationSettings().Episodes,
            Diagnostics: false
        );
}
