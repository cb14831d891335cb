using Hebb.Agents;
using Hebb.Agents.Dqn;
using Hebb.Agents.FreeEnergy;
using Hebb.Agents.Ppo;
using Hebb.Environments;
using Hebb.Report;

namespace Hebb.Catalogues;

/// <summary>The agents that are known by name.</summary>
public static class AgentCatalogue
{
    /// <summary>Every agent, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        .. PolicyAgents.All,
        .. DqnAgents.All,
        .. FreeEnergyAgents.All,
        AgentEntry.Of(
            "random",
            "Random policy",
            "each action with the same probability, no learning: the floor of a comparison",
            _ => new RandomSettings(),
            (task, _) => new OneEnvironmentAgent(new RandomAgent(task.ActionCount, task.Seed))
        ),
        .. ReportMethods.Agents,
    ];

    /// <summary>The names of all agents, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The entry of an agent.</summary>
    /// <param name="name">A name of the catalogue, such as <c>ppo-ep</c>, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is no such agent.</exception>
    public static AgentEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"agent '{name}': no such agent; known are {string.Join(", ", Names)}",
                nameof(name)
            );
    }

    /// <summary>Makes an environment as an agent observes it.</summary>
    /// <param name="entry">The agent.</param>
    /// <param name="environment">A name of <see cref="EnvironmentCatalogue"/>.</param>
    /// <exception cref="ArgumentException">There is no such environment.</exception>
    public static IEnvironment CreateEnvironment(AgentEntry entry, string environment)
    {
        ArgumentNullException.ThrowIfNull(entry);
        IEnvironment plain = EnvironmentCatalogue.Create(environment);
        return entry.ObservesRaw
            ? plain
            : new ScaledObservations<IEnvironment>(
                plain,
                ObservationScaling.Of(environment, plain.Specification.Observations.Size)
            );
    }
}
