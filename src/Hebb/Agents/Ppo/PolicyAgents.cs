using Hebb.Agents.Approximators;
using Hebb.Numerics;

namespace Hebb.Agents.Ppo;

/// <summary>
/// The agents of the catalogue that learn a policy and its values, with the settings that were fixed for each environment.
/// </summary>
public static class PolicyAgents
{
    private const string Symmetric = "symmetric";
    private const string Backprop = "backprop";

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        Entry(
            "ppo-ep",
            "PPO (EP)",
            "proximal policy optimization, actor and critic by symmetric equilibrium propagation",
            PolicySettings.Ppo,
            Symmetric,
            twin: "ppo"
        ),
        Entry("ppo", "PPO (backprop)", "the same by backprop", PolicySettings.Ppo, Backprop),
        Entry(
            "ppo-ep-actor",
            "PPO (EP actor)",
            "the same with the actor alone by equilibrium propagation (Kubo et al. 2022)",
            PolicySettings.Ppo,
            Symmetric,
            twin: "ppo",
            critic: Backprop
        ),
        Entry(
            "a2c-ep",
            "A2C (EP)",
            "advantage actor-critic, both by symmetric equilibrium propagation",
            _ => PolicySettings.AdvantageActorCritic,
            Symmetric,
            twin: "a2c"
        ),
        Entry("a2c", "A2C (backprop)", "the same by backprop", _ => PolicySettings.AdvantageActorCritic, Backprop),
        Entry(
            "ppo-ep-2",
            "PPO, 2 layers (EP)",
            "ppo-ep with two hidden layers and weak feedback",
            environment => PolicySettings.DeepPpo(environment, 2),
            Symmetric,
            twin: "ppo-2"
        ),
        Entry(
            "ppo-2",
            "PPO, 2 layers (backprop)",
            "the same by backprop",
            environment => PolicySettings.DeepPpo(environment, 2),
            Backprop
        ),
        Entry(
            "ppo-ep-3",
            "PPO, 3 layers (EP)",
            "ppo-ep with three hidden layers and weak feedback",
            environment => PolicySettings.DeepPpo(environment, 3),
            Symmetric,
            twin: "ppo-3"
        ),
        Entry(
            "ppo-3",
            "PPO, 3 layers (backprop)",
            "the same by backprop",
            environment => PolicySettings.DeepPpo(environment, 3),
            Backprop
        ),
    ];

    private static AgentEntry Entry(
        string name,
        string title,
        string description,
        Func<string, PolicySettings> settings,
        string actor,
        string? twin = null,
        string? critic = null
    ) =>
        AgentEntry.Of(
            name,
            title,
            description,
            task => PpoSettings.Of(settings(task.Environment.Name), actor, critic ?? actor),
            Create
        ) with
        {
            Twin = twin,
        };

    /// <summary>An agent of this kind.</summary>
    /// <param name="task">What it is made for.</param>
    /// <param name="settings">What it is made of.</param>
    /// <param name="actor">The estimator of the actor: a name of <see cref="Hebb.Catalogues.EstimatorCatalogue"/>.</param>
    /// <param name="critic">That of the critic.</param>
    public static PpoAgent Create(AgentTask task, PolicySettings settings, string actor, string critic) =>
        Create(task, PpoSettings.Of(settings, actor, critic));

    /// <summary>An agent of this kind.</summary>
    /// <param name="task">What it is made for.</param>
    /// <param name="settings">What it is made of.</param>
    public static PpoAgent Create(AgentTask task, PpoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
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
