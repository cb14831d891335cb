using Hebb.Agents.Approximators;
using Hebb.Optimizers;
using Hebb.Settings;

namespace Hebb.Agents.FreeEnergy;

/// <summary>An actor whose policy is one of free energies: what it is made of, and how it steps.</summary>
public sealed record FreeEnergyActor : ISettings
{
    /// <summary>Its network, and how it settles.</summary>
    [SettingsPart("")]
    public FreeEnergyOptions Policy { get; init; } = new();

    /// <summary>How gradients become steps.</summary>
    public OptimizerSettings Optimizer { get; init; } = new AdamSettings { LearningRate = 3e-3, GradientNorm = 0.5 };
}
