using Hebb.Agents.Reward;
using Hebb.Networks;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>What a reward agent of an ablation is made of.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Policy">Makes the policy, which says what is subtracted from correlations, and from which.</param>
internal sealed record RewardVariant(
    RewardSettings Settings,
    Func<EnergyNetwork<float>, RewardSettings, ITracedPolicy> Policy
);
