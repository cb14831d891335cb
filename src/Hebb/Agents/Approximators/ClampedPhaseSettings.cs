using Hebb.Networks.Topology;
using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>How long a network settles with an action clamped.</summary>
public sealed record ClampedPhaseSettings : ISettings
{
    /// <summary>The sweeps of a phase at most. One hidden layer settles in one.</summary>
    [Range(1, int.MaxValue)]
    public int Sweeps { get; init; } = 20;

    /// <summary>The order of layers in the sweeps; the relaxation gradient-flow moves all at once.</summary>
    public SweepOrder Order { get; init; } = SweepOrder.Forward;
}
