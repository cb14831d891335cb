using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Environments.OpenLock;
using Hebb.Learning.Contrastive;
using Hebb.Optimizers;
using Hebb.Relaxation;

namespace Hebb.Agents.Ppo;

/// <summary>What the agents of <see cref="PolicyAgents"/> were found to learn with, by symmetric equilibrium propagation.</summary>
internal static class TunedPpo
{
    private static readonly ApproximatorOptions Slow = new()
    {
        Estimator = new SymmetricSettings { Beta = 0.2 },
        Phases = new PhaseSettings { FreeSweeps = 2, NudgedSweeps = 2 },
        Optimizer = new AdamSettings { LearningRate = 1e-3, GradientNorm = 0.5 },
    };

    private static readonly ApproximatorOptions Fast = Slow.Paced(2e-3);

    private static readonly PpoOptions Annealed = new()
    {
        ReadoutScale = 8,
        ValueScale = 50,
        AnnealsLearningRate = true,
        AnnealsClip = true,
    };

    private static readonly PpoOptions Balancing = Annealed with
    {
        RolloutSteps = 32,
        Minibatch = 256,
        Epochs = 8,
        Discount = 0.99,
        Lambda = 0.95,
    };

    private static readonly PpoOptions Searching = Annealed with
    {
        RolloutSteps = 64,
        Minibatch = 128,
        Epochs = 10,
        Discount = 0.99,
        Lambda = 0.94,
    };

    // Rooms come one after the other, and how many steps their trials will take is not known beforehand. With less entropy a few runs stay
    // certain and wrong for hundreds of trials after a transfer; with more, policies stay loose.
    internal static PpoOptions Unlocking { get; } =
        new()
        {
            Environments = 1,
            RolloutSteps = 512,
            Minibatch = 512,
            Epochs = 8,
            Discount = 0.7,
            Lambda = 0.9,
            EntropyBonus = 0.08,
            ReadoutScale = 4,
            ValueScale = 100,
        };

    /// <summary>PPO; environments that are not in the table take what serves Acrobot.</summary>
    public static TunedSettings<PpoSettings> Shallow { get; } =
        new(PpoSettings.Of(Searching, Fast))
        {
            { "CartPole-v1", PpoSettings.Of(Balancing, Fast) },
            // Solved in a few tens of thousands of steps, which leaves no time to anneal: the rate stays, and each rollout is used more.
            {
                "CartPole-v0",
                PpoSettings.Of(
                    Balancing with
                    {
                        Epochs = 20,
                        Discount = 0.98,
                        Lambda = 0.8,
                        AnnealsLearningRate = false,
                        AnnealsClip = false,
                    },
                    Slow
                )
            },
            // Weights grow large here: with feedback as strong as they are, equilibrium propagation fell behind backprop.
            {
                "MountainCar-v0",
                PpoSettings.Of(Searching, Fast.Nudged(0.5).Shaped(shape => shape with { Feedback = 0.1 }))
            },
            { OpenLockEnvironments.Family, PpoSettings.Of(Unlocking, Slow) },
        };

    /// <summary>
    /// The same with several layers of 32 units and weak feedback: with feedback as strong as the weights such networks have
    /// several equilibria from the start.
    /// </summary>
    /// <param name="layers">How many layers; 2 or 3.</param>
    public static PpoSettings Deep(AgentTask task, int layers) =>
        Shallow
            .For(task)
            .Both(network =>
                network
                    .Shaped(shape => shape with { Hidden = [.. Enumerable.Repeat(32, layers)], Feedback = 0.03 })
                    .Swept(layers + 1, layers)
                    // What reaches the first layer is beta times the feedback of every layer above, and must stay clear of rounding.
                    .Nudged(layers == 2 ? 1 : 2)
                    .Paced(1e-3)
            );

    /// <summary>The advantage actor-critic: one epoch, no clipping (Huang et al. 2022).</summary>
    public static PpoSettings AdvantageActorCritic { get; } =
        PpoSettings.Of(
            Annealed with
            {
                RolloutSteps = 8,
                Minibatch = 64,
                Epochs = 1,
                Cost = CostCatalogue.PolicyGradient,
                Discount = 0.99,
                Lambda = 0.95,
                EntropyBonus = 0.01,
                AnnealsClip = false,
            },
            Fast
        );
}
