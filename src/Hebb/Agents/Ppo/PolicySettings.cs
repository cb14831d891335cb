using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Environments.OpenLock;

namespace Hebb.Agents.Ppo;

/// <summary>What the agents of <see cref="PolicyAgents"/> were found to learn an environment with.</summary>
/// <param name="Options">How they gather experience and learn from it.</param>
/// <param name="Network">Actor and critic, but for what each differs in.</param>
public sealed record PolicySettings(PpoOptions Options, ApproximatorOptions Network)
{
    private static readonly ApproximatorOptions OneLayer = new()
    {
        Hidden = [64],
        FreeSweeps = 2,
        NudgedSweeps = 2,
        Beta = 0.2,
        GradientNorm = 0.5,
    };

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

    /// <summary>Settings of PPO.</summary>
    /// <param name="environment">The name of an environment; others than CartPole take what serves Acrobot.</param>
    public static PolicySettings Ppo(string environment) =>
        environment switch
        {
            "CartPole-v1" => new(Balancing, OneLayer with { LearningRate = 2e-3 }),

            // Solved in a few tens of thousands of steps, which leaves no time to anneal: the rate stays, and each rollout is used more.
            "CartPole-v0" => new(
                Balancing with
                {
                    Epochs = 20,
                    Discount = 0.98,
                    Lambda = 0.8,
                    AnnealsLearningRate = false,
                    AnnealsClip = false,
                },
                OneLayer
            ),
            // Weights grow large here: with feedback as strong as they are, equilibrium propagation fell behind backprop.
            "MountainCar-v0" => new(Searching, OneLayer with { LearningRate = 2e-3, Feedback = 0.1, Beta = 0.5 }),
            _ when OpenLockEnvironments.Include(environment) => new(Unlocking, OneLayer),
            _ => new(Searching, OneLayer with { LearningRate = 2e-3 }),
        };

    /// <summary>
    /// The same with several layers of 32 units and weak feedback: with feedback as strong as the weights such networks have
    /// several equilibria from the start.
    /// </summary>
    /// <param name="environment">The name of an environment.</param>
    /// <param name="layers">How many layers; 2 or 3.</param>
    public static PolicySettings DeepPpo(string environment, int layers)
    {
        (PpoOptions options, ApproximatorOptions network) = Ppo(environment);
        return new(
            options,
            network with
            {
                Hidden = [.. Enumerable.Repeat(32, layers)],
                Feedback = 0.03,
                FreeSweeps = layers + 1,
                NudgedSweeps = layers,

                // What reaches the first layer is beta times the feedback of every layer above, and must stay clear of rounding.
                Beta = layers == 2 ? 1 : 2,
                LearningRate = 1e-3,
            }
        );
    }

    /// <summary>Settings of the advantage actor-critic: one epoch, no clipping (Huang et al. 2022).</summary>
    public static PolicySettings AdvantageActorCritic { get; } =
        new(
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
            OneLayer with
            {
                LearningRate = 2e-3,
            }
        );
}
