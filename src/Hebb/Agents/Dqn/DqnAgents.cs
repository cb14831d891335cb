using Hebb.Agents.Approximators;
using Hebb.Environments.OpenLock;

namespace Hebb.Agents.Dqn;

/// <summary>The Q-learners of the catalogue, with their settings for each environment.</summary>
public static class DqnAgents
{
    private const double ExploredPart = 0.85;

    /// <summary>Every Q-learner, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        AgentEntry.Of(
            "dqn-ep",
            "DQN (EP)",
            "deep Q-learning by symmetric equilibrium propagation: n-step, double, target network",
            task => Settings(task, "symmetric"),
            Create
        ) with
        {
            Twin = "dqn",
        },
        AgentEntry.Of(
            "dqn",
            "DQN (backprop)",
            "the same by backprop on the feedforward network",
            task => Settings(task, "backprop"),
            Create
        ),
    ];

    /// <summary>The settings for a task.</summary>
    /// <param name="task">The task; environments that have no settings of their own get those of CartPole.</param>
    /// <param name="estimator">A name of <see cref="Hebb.Catalogues.EstimatorCatalogue"/>.</param>
    public static DqnOptions Settings(AgentTask task, string estimator)
    {
        ArgumentNullException.ThrowIfNull(task);

        // With weak feedback two sweeps come close to rest.
        var approximator = new ApproximatorOptions
        {
            Estimator = estimator,
            Feedback = 0.1,
            Beta = 2,
            FreeSweeps = 2,
            NudgedSweeps = 1,
            LearningRate = 2e-3,
            OutputGain = 0.3,
        };
        var options = new DqnOptions { Approximator = approximator, ReturnSteps = 5 };
        return task.Environment.Name switch
        {
            "Acrobot-v1" => options with { Exploration = Until(task), RewardScale = 0.05 },

            // The flag is not found by actions drawn one by one: only what swings for a while comes up to it.
            "MountainCar-v0" => options with { Exploration = Until(task) with { LongestRepeat = 200 } },

            // Returns of several steps would count what exploring lost; how many steps the trials take is not known beforehand.
            var name when OpenLockEnvironments.Include(name) => options with
            {
                Approximator = approximator with { LearningRate = 3e-3 },
                AnnealsLearningRate = false,
                Discount = 0.9,
                ReturnSteps = 1,
                UpdatePeriod = 1,
                TargetRate = 0.02,
                IsDouble = false,
                RewardScale = 0.05,
                Exploration = new ExplorationOptions { Last = 0.05, Steps = 8000 },
            },

            // One update in four steps at a greater rate does what one in two did, in half the time.
            _ => options with
            {
                Approximator = approximator with { LearningRate = 3e-3 },
                UpdatePeriod = 4,
                TargetRate = 0.02,
                IsDouble = false,
                ValueOffset = options.RewardScale / (1 - options.Discount),
            },
        };
    }

    private static DqnAgent Create(AgentTask task, DqnOptions options) => new(task, options);

    // Exploration that fades out shortly before the end: what is replayed stays varied until then, and the last episodes are greedy.
    private static ExplorationOptions Until(AgentTask task) =>
        new() { Last = 0, Steps = (long)(ExploredPart * task.Steps) };
}
