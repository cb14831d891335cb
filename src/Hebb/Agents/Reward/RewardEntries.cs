using Hebb.Networks;

namespace Hebb.Agents.Reward;

/// <summary>The critic-free agents of the catalogue, with settings that were fixed beforehand.</summary>
public static class RewardEntries
{
    /// <summary>Reward EP and its backprop twin.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        new(
            "reward-ep",
            "Reward EP (free energy)",
            "critic-free: traces of clamped less expected correlations, driven by the reward's surprise",
            task => Create(task, network => new FusedFreeEnergyTrace(network, new FreeEnergyOptions().Temperature))
        )
        {
            Twin = "reward",
        },
        new(
            "reward",
            "Reward (backprop)",
            "critic-free: traces of grad log pi of a feedforward policy, driven by the reward's surprise",
            task => Create(task, network => new FeedforwardTrace(network))
        ),
    ];

    /// <summary>The rates for an environment.</summary>
    /// <param name="task">The environment, and the steps after which annealed rates are 0.</param>
    public static RewardOptions Options(AgentTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new RewardOptions();
    }

    private static RewardAgent Create(AgentTask task, Func<EnergyNetwork<float>, ITracedPolicy> policy) =>
        new(
            policy(
                FreeEnergyNetwork.Create(
                    task.ObservationSize,
                    task.ActionCount,
                    new FreeEnergyOptions(),
                    RandomStreams.Initialization(task.Seed)
                )
            ),
            Options(task),
            RandomStreams.Policy(task.Seed)
        );
}
