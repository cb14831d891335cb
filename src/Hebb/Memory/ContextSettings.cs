using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Memory;

/// <summary>Units that remember where the network settled; see <see cref="EquilibriumContext"/>.</summary>
public sealed record ContextSettings : ISettings
{
    /// <summary>How many units.</summary>
    [Range(1, 1 << 14)]
    public int Units { get; init; } = 32;

    /// <summary>The weight of a unit onto itself; above 1 it holds what it was driven to.</summary>
    [Range(0, 1e6)]
    public double SelfWeight { get; init; } = 1.5;

    /// <summary>The standard deviation of the weights from the network's units, over the root of their number.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InputGain { get; init; } = 1;

    /// <summary>Draws the units.</summary>
    /// <param name="units">Hidden units of the network.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    public EquilibriumContext Create(int units, Pcg64 random) => new(this, units, random);
}
