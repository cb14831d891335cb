using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Agents.Remembering;
using Hebb.Agents.Reward;
using Hebb.Learning.Exact;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Agents.FreeEnergy;

/// <summary>
/// The agents of the catalogue whose policy is one of free energies, and the twins of the critic-free one, with the
/// settings that were fixed for each environment.
/// </summary>
internal static class FreeEnergyAgents
{
    // Without a critic it needs the time; its twin gets the same.
    private static readonly ImmutableDictionary<string, long> Budgets = ImmutableDictionary<string, long>.Empty.Add(
        "Acrobot-v1",
        300_000
    );

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        AgentEntry.Of(
            "policy-ep",
            "Policy EP (free energy)",
            "PPO; actor by free energies of actions, critic by symmetric equilibrium propagation",
            FreeEnergyPolicySettings.Tuned.For,
            (task, settings) => MemoryInputs.Of(task, settings.Memory, own => CreatePolicy(own, settings))
        ) with
        {
            Twin = "ppo",
        },
        AgentEntry.Of(
            "policy-ep-critic-backprop",
            "Policy EP (free energy), backprop critic",
            "PPO; actor by free energies of actions, critic by backprop",
            task =>
            {
                var settings = FreeEnergyPolicySettings.Tuned.For(task);
                return settings with { Critic = settings.Critic.Estimated(new BackpropagationSettings()) };
            },
            (task, settings) => MemoryInputs.Of(task, settings.Memory, own => CreatePolicy(own, settings))
        ) with
        {
            Twin = "ppo",
        },
        AgentEntry.Of(
            "reward-ep",
            "Reward EP (free energy)",
            "no critic; the TD error times a trace of clamped minus expected correlations",
            RewardSettings.Tuned.For,
            (task, settings) => MemoryInputs.Of(task, settings.Memory, own => CreateReward(own, settings, Traced))
        ) with
        {
            Twin = "reward",
            Budgets = Budgets,
        },
        AgentEntry.Of(
            "reward",
            "Reward (backprop)",
            "no critic; the TD error times a trace of a feedforward policy's grad log pi",
            RewardSettings.Tuned.For,
            (task, settings) =>
                MemoryInputs.Of(
                    task,
                    settings.Memory,
                    own => CreateReward(own, settings, (network, _) => new FeedforwardTrace(network))
                )
        ) with
        {
            Budgets = Budgets,
        },
    ];

    /// <summary>PPO whose actor is a policy of free energies.</summary>
    public static PpoAgent CreatePolicy(AgentTask task, FreeEnergyPolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        var capacity = Math.Max(settings.Options.Minibatch, settings.Options.Environments);
        var actor = new FreeEnergyApproximator(
            task.ObservationSize,
            task.ActionCount,
            capacity,
            settings.Actor.Policy,
            settings.Actor.Optimizer,
            random
        );
        var critic = new NetworkApproximator(task.ObservationSize, 1, capacity, settings.Critic, random);
        return new PpoAgent(actor, critic, settings.Options, task);
    }

    /// <summary>An agent that learns from rewards alone.</summary>
    /// <param name="policy">Makes its policy of the network and the settings.</param>
    public static RewardAgent CreateReward(
        AgentTask task,
        RewardSettings settings,
        Func<EnergyNetwork<float>, RewardSettings, ITracedPolicy> policy
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(policy);
        SettingRules.Require(settings);
        SettingRules.RequireRoom(settings.Policy.Network.Hidden, task.ObservationSize, task.ActionCount, rows: 1);
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        EnergyNetwork<float> network = FreeEnergyNetwork.Create(
            task.ObservationSize,
            task.ActionCount,
            settings.Policy.Network,
            random
        );
        return new RewardAgent(
            policy(network, settings),
            settings.Options,
            RandomStreams.Policy(task.Seed),
            redraw: settings.Restart is { } restart
                ? () => FreeEnergyNetwork.Draw(network.Parameters, restart, random)
                : null,
            redrawRandom: random
        );
    }

    /// <summary>The policy of <c>reward-ep</c>: on the fused kernels where they know the network, settled elsewhere.</summary>
    /// <param name="network">The network, which it changes.</param>
    /// <param name="settings">How it settles, and its temperature.</param>
    public static ITracedPolicy Traced(EnergyNetwork<float> network, RewardSettings settings) =>
        FreeEnergyRules.IsOneTanhLayer(network.Topology)
            ? new FusedFreeEnergyTrace(network, settings.Policy.Network.Temperature)
            : new SettledFreeEnergyTrace(
                network,
                FreeEnergyNetwork.Relaxation(settings.Policy),
                settings.Policy.Network.Temperature
            );
}
