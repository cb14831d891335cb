using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Training;

namespace Hebb.Cli.Reproduce;

/// <summary>The arguments of <c>hebb reproduce benchmark</c>, checked.</summary>
/// <param name="Agents">The agents, in the order of the tables.</param>
/// <param name="Environments">The names of the environments.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Steps">The steps of every run; null for the budgets.</param>
/// <param name="Jobs">Runs at a time.</param>
/// <param name="Out">Where the results go.</param>
internal sealed record BenchmarkOptions(
    ImmutableArray<AgentEntry> Agents,
    ImmutableArray<string> Environments,
    SeedSet Seeds,
    long? Steps,
    int Jobs,
    string Out
)
{
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

    /// <summary>The command line that gives these results anew, however many runs went at a time.</summary>
    public string CommandLine
    {
        get
        {
            var agents = string.Join(',', Agents.Select(agent => agent.Name));
            var all = Agents.Length == Benchmark.Agents.Length;
            var environments =
                Environments.Length == Benchmark.Environments.Length ? "" : $" --envs {string.Join(',', Environments)}";
            return $"hebb reproduce benchmark{(all ? "" : $" --agents {agents}")}{environments} --seeds {Seeds}"
                + $"{(Steps is { } steps ? $" --steps {steps}" : "")} --out {OutOption.Quoted(Out)}";
        }
    }
}
