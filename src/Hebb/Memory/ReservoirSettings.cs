using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Memory;

/// <summary>An orthogonal reservoir; see <see cref="Reservoir"/>.</summary>
public sealed record ReservoirSettings : ISettings
{
    /// <summary>How many units.</summary>
    [Range(1, 1 << 12)]
    public int Units { get; init; } = 64;

    /// <summary>By what the content is multiplied in a step, beside its rotation.</summary>
    [Range(0, 1.0)]
    public double Radius { get; init; } = 0.9;

    /// <summary>By what the units are multiplied where they are read, which keeps a large reservoir from drowning what stands beside it.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double OutputGain { get; init; } = 0.2;

    /// <summary>The standard deviation of the weights from the observation.</summary>
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double InputGain { get; init; } = 1;

    /// <summary>Draws a reservoir.</summary>
    /// <param name="inputs">Numbers in an observation.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    public Reservoir Create(int inputs, Pcg64 random) => new(this, inputs, random);
}
