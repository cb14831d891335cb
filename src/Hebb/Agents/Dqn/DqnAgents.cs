namespace Hebb.Agents.Dqn;

/// <summary>The Q-learners of the catalogue, with their settings for each environment.</summary>
public static class DqnAgents
{
    /// <summary>Every Q-learner, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        new(
            "dqn-ep",
            "DQN (EP)",
            "deep Q-learning by symmetric equilibrium propagation: n-step, double, target network",
            task => new DqnAgent(task, Settings(task.Environment.Name, "symmetric"))
        )
        {
            Twin = "dqn",
        },
        new(
            "dqn",
            "DQN (backprop)",
            "the same by backprop on the feedforward network",
            task => new DqnAgent(task, Settings(task.Environment.Name, "backprop"))
        ),
    ];

    /// <summary>The settings of an environment.</summary>
    /// <param name="environment">Its name; others than those of the catalogue get what suits a reward of 1 a step.</param>
    /// <param name="estimator">A name of <see cref="Learning.EstimatorCatalogue"/>.</param>
    public static DqnOptions Settings(string environment, string estimator)
    {
        // Weak feedback settles in two sweeps: more of them, or a stronger one, learn alike and take longer.
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
        return environment switch
        {
            "Acrobot-v1" => options with { RewardScale = 0.02 },
            "MountainCar-v0" => options with
            {
                RewardScale = 0.02,
                Exploration = new() { LongestRepeat = 200 },
            },
            _ => options with { ValueOffset = options.RewardScale / (1 - options.Discount) },
        };
    }
}
