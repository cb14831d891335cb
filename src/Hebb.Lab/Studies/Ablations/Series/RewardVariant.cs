using Hebb.Agents.Reward;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>What a reward agent of an ablation is made of.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Contrast">What is subtracted from correlations, and from which.</param>
internal sealed record RewardVariant(RewardSettings Settings, RewardContrast Contrast)
{
    /// <summary>Whether biases go the opposite way.</summary>
    public bool NegatesBiases { get; init; }
}
