using Hebb.Agents.Reward;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The contrasts of correlations that a reward agent can learn from.</summary>
internal enum RewardContrast
{
    /// <summary>With the action clamped, less what the policy expected in the same state: <see cref="FusedFreeEnergyTrace"/>.</summary>
    Expectation,

    /// <summary>With the action clamped, less their running average: <see cref="ClampedContrastTrace"/>.</summary>
    ClampedAverage,

    /// <summary>Of the free state, less their running average: <see cref="FreeContrastTrace"/>.</summary>
    FreeAverage,
}
