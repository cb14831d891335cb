using Hebb.Agents.Approximators;
using Hebb.Agents.Remembering;
using Hebb.Learning.Exact;
using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Agents.Ppo;

/// <summary>
/// The agents of the catalogue that learn a policy and its values, with the settings that were fixed for each environment.
/// </summary>
internal static class PolicyAgents
{
    private static readonly BackpropagationSettings Backprop = new();

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        Entry(
            "ppo-ep",
            "PPO (EP)",
            "proximal policy optimization, actor and critic by symmetric equilibrium propagation",
            TunedPpo.Shallow.For,
            twin: "ppo"
        ),
        Entry("ppo", "PPO (backprop)", "the same by backprop", task => ByBackprop(TunedPpo.Shallow.For(task))),
        Entry(
            "ppo-ep-actor",
            "PPO (EP actor)",
            "the same with the actor alone by equilibrium propagation (Kubo et al. 2022)",
            task =>
            {
                PpoSettings settings = TunedPpo.Shallow.For(task);
                return settings with { Critic = settings.Critic.Estimated(Backprop) };
            },
            twin: "ppo"
        ),
        Entry(
            "a2c-ep",
            "A2C (EP)",
            "advantage actor-critic, both by symmetric equilibrium propagation",
            _ => TunedPpo.AdvantageActorCritic,
            twin: "a2c"
        ),
        Entry("a2c", "A2C (backprop)", "the same by backprop", _ => ByBackprop(TunedPpo.AdvantageActorCritic)),
        .. Deep(2, "two"),
        .. Deep(3, "three"),
    ];

    private static AgentEntry[] Deep(int layers, string number) =>
        [
            Entry(
                $"ppo-ep-{layers}",
                $"PPO, {layers} layers (EP)",
                $"ppo-ep with {number} hidden layers and weak feedback",
                task => TunedPpo.Deep(task, layers),
                twin: $"ppo-{layers}"
            ),
            Entry(
                $"ppo-{layers}",
                $"PPO, {layers} layers (backprop)",
                "the same by backprop",
                task => ByBackprop(TunedPpo.Deep(task, layers))
            ),
        ];

    private static AgentEntry Entry(
        string name,
        string title,
        string description,
        Func<AgentTask, PpoSettings> settings,
        string? twin = null
    ) =>
        AgentEntry.Of(
            name,
            title,
            description,
            settings,
            (task, own) => MemoryInputs.Of(task, own.Memory, observed => Create(observed, own))
        ) with
        {
            Twin = twin,
        };

    private static PpoSettings ByBackprop(PpoSettings settings) =>
        settings.Both(network => network.Estimated(Backprop));

    /// <summary>An agent of this kind.</summary>
    public static PpoAgent Create(AgentTask task, PpoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        SettingRules.Require(settings);
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        PpoOptions options = settings.Options;
        var capacity = Math.Max(options.Minibatch, options.Environments);
        return new PpoAgent(
            new NetworkApproximator(task.ObservationSize, task.ActionCount, capacity, settings.Actor, random),
            new NetworkApproximator(task.ObservationSize, 1, capacity, settings.Critic, random),
            options,
            task
        );
    }
}
