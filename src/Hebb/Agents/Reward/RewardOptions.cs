using Hebb.Settings;

namespace Hebb.Agents.Reward;

/// <summary>The constants of <see cref="RewardAgent"/>.</summary>
public sealed record RewardOptions : ISettings
{
    /// <summary>alpha, the step along the trace for a signal of 1.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 0.05;

    /// <summary>eta, what is left of the trace after a step, and the discount of what follows.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double TraceDecay { get; init; } = 0.95;

    /// <summary>How fast the running averages follow.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double BaselineRate { get; init; } = 0.001;

    /// <summary>Whether the end of a task counts in the signal; see <see cref="RewardBaseline"/>. Without it eq. (8) stands as it is.</summary>
    public bool CountsEnds { get; init; } = true;

    /// <summary>
    /// What the policy's entropy is worth: -log pi(a|s) times this is added to each reward, the mean of which is the entropy, so that the
    /// policy does not become certain (Williams and Peng 1991). At least 0. With it every step has a TD error other than 0.
    /// </summary>
    [Range(0, double.MaxValue)]
    public double EntropyBonus { get; init; }

    /// <summary>
    /// Whether what the policy expected in the same state is taken off what was done; without it the trace takes in dy_a/dtheta of the
    /// action alone.
    /// </summary>
    public bool SubtractsExpectation { get; init; } = true;

    /// <summary>The steps over which the learning rate falls to 0 in a straight line; 0 keeps it.</summary>
    [Range(0, (double)long.MaxValue)]
    public long AnnealingSteps { get; init; }
}
