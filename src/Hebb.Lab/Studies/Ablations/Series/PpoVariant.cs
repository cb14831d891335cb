using Hebb.Agents.Ppo;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>What a PPO agent of an ablation is made of.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Estimator">How actor and critic learn.</param>
internal sealed record PpoVariant(PolicySettings Settings, string Estimator);
