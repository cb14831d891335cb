using Hebb.Agents.Reward;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>
/// The agents of the catalogue whose policy is one of free energies, and the twins of the critic-free one, with the
/// settings that were fixed for each environment.
/// </summary>
internal static class FreeEnergyAgents
{
    private const string Symmetric = "symmetric";
    private const string Backprop = "backprop";
    private const string Acrobot = "Acrobot-v1";
    private const string MountainCar = "MountainCar-v0";

    private static readonly FreeEnergyOptions Start = new();

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        new(
            "policy-ep",
            "Policy EP (free energy)",
            "PPO; actor by free energies of actions, critic by symmetric equilibrium propagation",
            task => Policy(task, Symmetric)
        )
        {
            Twin = "ppo",
        },
        new(
            "policy-ep-critic-backprop",
            "Policy EP (free energy), backprop critic",
            "PPO; actor by free energies of actions, critic by backprop",
            task => Policy(task, Backprop)
        )
        {
            Twin = "ppo",
        },
        new(
            "reward-ep",
            "Reward EP (free energy)",
            "no critic; traces of clamped less expected correlations follow the surprise of the reward",
            task => Reward(task, network => new FusedFreeEnergyTrace(network, Start.Temperature))
        )
        {
            Twin = "reward",
        },
        new(
            "reward",
            "Reward (backprop)",
            "no critic; traces of a feedforward policy's grad log pi follow the surprise of the reward",
            task => Reward(task, network => new FeedforwardTrace(network))
        ),
    ];

    private static PpoAgent Policy(AgentTask task, string criticEstimator)
    {
        var options = new PpoOptions { ValueScale = 50, AnnealsLearningRate = true };
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        var actor = new FreeEnergyApproximator(
            task.ObservationSize,
            task.ActionCount,
            options.RolloutSize,
            Start,
            new FreeEnergyLearning { LearningRate = 3e-3, GradientNorm = 0.5 },
            random
        );
        var critic = new NetworkApproximator(
            task.ObservationSize,
            1,
            options.RolloutSize,
            new ApproximatorOptions
            {
                Estimator = criticEstimator,
                OutputGain = 0.3,
                GradientNorm = 0.5,
            },
            random
        );
        return new PpoAgent(actor, critic, options, task);
    }

    private static RewardOptions Rates(AgentTask task) =>
        task.Environment.Name switch
        {
            // Where steps cost, what led to the end lies further back: longer traces, and smaller steps along them.
            Acrobot => new RewardOptions
            {
                LearningRate = 0.002,
                TraceDecay = 0.995,
                AnnealingSteps = task.Steps,
            },
            MountainCar => new RewardOptions { LearningRate = 0.003, TraceDecay = 0.99 },
            _ => new RewardOptions { AnnealingSteps = task.Steps },
        };

    // Policies that are tried for an episode each must differ more than those that learning starts from, and the further
    // from chance the way to the end is, the more.
    private static FreeEnergyOptions Restart(AgentTask task) =>
        Start with
        {
            ActionBound = string.Equals(task.Environment.Name, MountainCar, StringComparison.Ordinal) ? 1 : 0.3,
        };

    private static RewardAgent Reward(AgentTask task, Func<EnergyNetwork<float>, ITracedPolicy> policy)
    {
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        EnergyNetwork<float> network = FreeEnergyNetwork.Create(task.ObservationSize, task.ActionCount, Start, random);
        FreeEnergyOptions restart = Restart(task);
        return new RewardAgent(
            policy(network),
            Rates(task),
            RandomStreams.Policy(task.Seed),
            redraw: () => FreeEnergyNetwork.Draw(network.Parameters, restart, random)
        );
    }
}
