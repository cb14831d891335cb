using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>
/// The benchmark: every agent of the catalogue learns in every one of its environments that it is made for, from the same seeds, for a
/// number of steps that was fixed beforehand.
/// </summary>
internal static class Benchmark
{
    /// <summary>The experiment's name in its configuration.</summary>
    public const string Name = "benchmark";

    /// <summary>The seeds: none that settings were chosen on.</summary>
    public static SeedSet Seeds { get; } = SeedSet.Range(1000, 1019);

    /// <summary>
    /// The agents of the catalogue in the order of the tables: each backprop twin below the agents that it is the twin of.
    /// </summary>
    public static ImmutableArray<AgentEntry> Agents { get; } = Ordered(CatalogueSet.Standard.Agents);

    /// <summary>The names of its environments, in the order of the tables: those that its budgets and settings were chosen for.</summary>
    public static ImmutableArray<string> Environments { get; } =
    ["CartPole-v0", "CartPole-v1", "Acrobot-v1", "MountainCar-v0"];

    /// <summary>Puts agents in the order of the tables.</summary>
    public static ImmutableArray<AgentEntry> Ordered(IEnumerable<AgentEntry> agents) =>
        [
            .. agents
                .GroupBy(agent => agent.Family, StringComparer.Ordinal)
                .SelectMany(family => family.OrderBy(agent => agent.Twin is null)),
        ];

    /// <summary>The runs of some agents in some environments, leaving out what an agent is not made for.</summary>
    /// <param name="agents">The agents, in the order of the tables.</param>
    /// <param name="environments">The names of the environments.</param>
    /// <param name="steps">The steps of every run; null for the budgets.</param>
    public static ImmutableArray<RunGroup> Groups(
        IReadOnlyList<AgentEntry> agents,
        IReadOnlyList<string> environments,
        long? steps = null
    ) =>
        [
            .. from environment in environments
            from agent in agents
            where agent.IsFor(environment)
            select new RunGroup(
                agent.Name,
                environment,
                steps ?? agent.Budget(CatalogueSet.Standard.Environments.Find(environment))
            ),
        ];
}
