using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Memory;

/// <summary>A bank of bistable units; see <see cref="LatchBank"/>.</summary>
public sealed record LatchSettings : IValidatedSettings
{
    /// <summary>How many units.</summary>
    [Range(1, 1 << 14)]
    public int Units { get; init; } = 32;

    /// <summary>The standard deviation of the weights from the observation.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InputGain { get; init; } = 1;

    /// <summary>The least weight of a unit onto itself; above 1 a unit is bistable.</summary>
    [Range(0, 1e6)]
    public double LeastSelfWeight { get; init; } = 2;

    /// <summary>The greatest weight of a unit onto itself.</summary>
    [Range(0, 1e6)]
    public double GreatestSelfWeight { get; init; } = 4;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            GreatestSelfWeight < LeastSelfWeight,
            nameof(GreatestSelfWeight),
            GreatestSelfWeight,
            FormattableString.Invariant($"at least the least self-weight, {LeastSelfWeight}, is needed")
        );

    /// <summary>Draws a bank.</summary>
    /// <param name="inputs">Numbers in an observation.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    public LatchBank Create(int inputs, Pcg64 random) => new(this, inputs, random);
}
