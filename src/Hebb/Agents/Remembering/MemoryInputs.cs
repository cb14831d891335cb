using Hebb.Environments;
using Hebb.Memory;
using Hebb.Settings;

namespace Hebb.Agents.Remembering;

/// <summary>Gives agents that have none memories as inputs, which are not learned.</summary>
internal static class MemoryInputs
{
    // They are the same for all that play one environment, and differ from run to run.
    private const int Units = 1;

    /// <summary>An agent that observes its memories beside what the environment shows; or that agent alone, where there are none.</summary>
    /// <param name="task">The task, as the environment shows it.</param>
    /// <param name="settings">The memories; null for none.</param>
    /// <param name="create">Makes the agent of the task as it observes it.</param>
    /// <exception cref="ArgumentException">A memory needs an agent that teaches it or tells it where its network settled.</exception>
    public static IParallelAgent Of(AgentTask task, MemorySettings? settings, Func<AgentTask, IParallelAgent> create)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(create);
        if (settings is null)
        {
            return create(task);
        }

        SettingRules.Refuse(
            settings.Gates is { Learns: true },
            "Memory.Gates.Learns",
            "true",
            "false is needed: only memory-ep, gates-ep and recall-ep teach their memories"
        );
        SettingRules.Refuse(
            settings.Context is not null,
            "Memory.Context",
            "given",
            "null is needed: only memory-ep, gates-ep and recall-ep tell a memory where their network settled"
        );
        var bank = new MemoryBank(settings, task.ObservationSize, Units, RandomStreams.Memory(task.Seed));
        IParallelAgent agent = create(task with { Environment = Observed(task.Environment, bank.Size) });
        return new RememberingAgent(agent, bank);
    }

    private static EnvironmentSpecification Observed(EnvironmentSpecification environment, int size)
    {
        IEnumerable<float> added = Enumerable.Repeat(float.PositiveInfinity, size - environment.Observations.Size);
        return environment with
        {
            Observations = new BoxSpace(
                [.. environment.Observations.Low, .. added.Select(bound => -bound)],
                [.. environment.Observations.High, .. added]
            ),
        };
    }
}
