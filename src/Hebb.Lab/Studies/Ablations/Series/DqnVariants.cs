using Hebb.Agents.Approximators;
using Hebb.Agents.Dqn;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The agents that are <c>dqn-ep</c> but for some settings.</summary>
internal static class DqnVariants
{
    /// <summary>The working agent and what can be changed in it.</summary>
    public static readonly AgentVariants<DqnOptions> Variants = new(
        "dqn-ep",
        DqnAgents.Tuned.For,
        (task, options) => new DqnAgent(task, options)
    );

    /// <summary>Multiplies rewards by another scale; what is centred stays so.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="scale">The scale.</param>
    public static DqnOptions Scaled(DqnOptions options, double scale) =>
        options with
        {
            RewardScale = scale,
            ValueOffset = options.ValueOffset / options.RewardScale * scale,
        };

    /// <summary>Changes the network.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="change">What is changed.</param>
    public static DqnOptions Network(DqnOptions options, Func<ApproximatorOptions, ApproximatorOptions> change) =>
        options with
        {
            Approximator = change(options.Approximator),
        };
}
