using Hebb.Agents.Approximators;
using Hebb.Agents.Remembering;
using Hebb.Environments.OpenLock;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Optimizers;
using Hebb.Relaxation;

namespace Hebb.Agents.Dqn;

/// <summary>The Q-learners of the catalogue, with their settings for each environment.</summary>
internal static class DqnAgents
{
    private const double ExploredPart = 0.85;

    // With weak feedback two sweeps come close to rest.
    private static readonly ApproximatorOptions Network = new()
    {
        Network = new NetworkSettings { Feedback = 0.1, OutputGain = 0.3 },
        Estimator = new SymmetricSettings { Beta = 2 },
        Phases = new PhaseSettings { FreeSweeps = 2, NudgedSweeps = 1 },
        Optimizer = new AdamSettings { LearningRate = 2e-3 },
    };

    private static readonly DqnOptions Standard = new() { Approximator = Network, ReturnSteps = 5 };

    /// <summary>What it was found to learn with; environments that are not in the table get the settings of CartPole.</summary>
    public static TunedSettings<DqnOptions> Tuned { get; } =
        new(
            // One update in four steps at a greater rate does what one in two did, in half the time.
            Standard with
            {
                Approximator = Network.Paced(3e-3),
                UpdatePeriod = 4,
                TargetRate = 0.02,
                IsDouble = false,
                ValueOffset = Standard.RewardScale / (1 - Standard.Discount),
            }
        )
        {
            { "Acrobot-v1", task => Standard with { Exploration = Until(task), RewardScale = 0.05 } },
            // The flag is not found by actions drawn one by one: only what swings for a while comes up to it.
            { "MountainCar-v0", task => Standard with { Exploration = Until(task) with { LongestRepeat = 200 } } },
            // Returns of several steps would count what exploring lost; how many steps the trials take is not known beforehand.
            {
                OpenLockEnvironments.Family,
                Standard with
                {
                    Approximator = Network.Paced(3e-3),
                    AnnealsLearningRate = false,
                    Discount = 0.9,
                    ReturnSteps = 1,
                    UpdatePeriod = 1,
                    TargetRate = 0.02,
                    IsDouble = false,
                    RewardScale = 0.05,
                    Exploration = new ExplorationOptions { Last = 0.05, Steps = 8000 },
                }
            },
        };

    /// <summary>Every Q-learner, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        AgentEntry.Of(
            "dqn-ep",
            "DQN (EP)",
            "deep Q-learning by symmetric equilibrium propagation: n-step, double, target network",
            Tuned.For,
            Create
        ) with
        {
            Twin = "dqn",
        },
        AgentEntry.Of("dqn", "DQN (backprop)", "the same by backprop on the feedforward network", ByBackprop, Create),
    ];

    private static DqnOptions ByBackprop(AgentTask task)
    {
        DqnOptions options = Tuned.For(task);
        return options with { Approximator = options.Approximator.Estimated(new BackpropagationSettings()) };
    }

    private static IParallelAgent Create(AgentTask task, DqnOptions options) =>
        MemoryInputs.Of(task, options.Memory, own => new DqnAgent(own, options));

    // Exploration that fades out shortly before the end: what is replayed stays varied until then, and the last episodes are greedy.
    private static ExplorationOptions Until(AgentTask task) =>
        new() { Last = 0, Steps = (long)(ExploredPart * task.Steps) };
}
