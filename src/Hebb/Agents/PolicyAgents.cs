using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>The agents of the catalogue that learn a policy and its values, with the settings that were fixed for each environment.</summary>
internal static class PolicyAgents
{
    private const string Symmetric = "symmetric";
    private const string Backprop = "backprop";

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [Ppo("ppo-ep", "PPO, EP", "PPO; actor and critic by symmetric equilibrium propagation", Symmetric, Symmetric)];

    private static AgentEntry Ppo(string name, string title, string description, string actor, string critic) =>
        new(name, title, description, task => Create(task, actor, critic));

    private static PpoAgent Create(AgentTask task, string actorEstimator, string criticEstimator)
    {
        var options = new PpoOptions { ReadoutScale = 8, ValueScale = 50 };
        var shape = new ApproximatorOptions { GradientNorm = 0.5 };
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        var actor = new NetworkApproximator(
            task.ObservationSize,
            task.ActionCount,
            options.RolloutSize,
            shape with
            {
                Estimator = actorEstimator,
                OutputGain = 0.1,
            },
            random
        );
        var critic = new NetworkApproximator(
            task.ObservationSize,
            1,
            options.RolloutSize,
            shape with
            {
                Estimator = criticEstimator,
                OutputGain = 0.3,
            },
            random
        );
        return new PpoAgent(actor, critic, options, task);
    }
}
