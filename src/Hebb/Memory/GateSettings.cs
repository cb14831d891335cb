using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;

namespace Hebb.Memory;

/// <summary>Units that learn what to keep; see <see cref="GatedMemory"/>.</summary>
public sealed record GateSettings : IValidatedSettings
{
    /// <summary>How many units.</summary>
    [Range(1, 1 << 14)]
    public int Units { get; init; } = 32;

    /// <summary>Weights from the observation start normal, of this standard deviation over the root of its numbers.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InputGain { get; init; } = 1;

    /// <summary>The least bias that a unit's forgetting starts with: at 1 a unit keeps 0.73 of its content in a step, at 3 0.95.</summary>
    [Range(-100.0, 100.0)]
    public double LeastBias { get; init; } = 1;

    /// <summary>The greatest bias that a unit's forgetting starts with.</summary>
    [Range(-100.0, 100.0)]
    public double GreatestBias { get; init; } = 3;

    /// <summary>Whether they learn; without it they stay as they were drawn.</summary>
    public bool Learns { get; init; } = true;

    /// <summary>How gradients become steps.</summary>
    public OptimizerSettings Optimizer { get; init; } = new AdamSettings { LearningRate = 0.01, Epsilon = 1e-8 };

    /// <summary>The episodes that a gradient gathers over.</summary>
    [Range(1, 1 << 20)]
    public int Episodes { get; init; } = 4;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            GreatestBias < LeastBias,
            nameof(GreatestBias),
            GreatestBias,
            FormattableString.Invariant($"at least the least bias, {LeastBias}, is needed")
        );

    /// <summary>Draws the units.</summary>
    /// <param name="inputs">Numbers in an observation.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    public GatedMemory Create(int inputs, Pcg64 random) => new(this, inputs, random);
}
