using Hebb.Networks.Topology;
using Hebb.Settings;

namespace Hebb.Relaxation;

/// <summary>How long a network settles without a nudge and with one.</summary>
public sealed record PhaseSettings : ISettings
{
    /// <summary>The sweeps of the free phase, at most where there is a tolerance.</summary>
    [Range(1, int.MaxValue)]
    public int FreeSweeps { get; init; } = 5;

    /// <summary>The sweeps of a nudged phase, at most where there is a tolerance.</summary>
    [Range(1, int.MaxValue)]
    public int NudgedSweeps { get; init; } = 3;

    /// <summary>The order of layers in the sweeps of the free phase; the relaxation gradient-flow moves all at once.</summary>
    public SweepOrder FreeOrder { get; init; } = SweepOrder.Forward;

    /// <summary>The order of layers in the sweeps of a nudged phase.</summary>
    public SweepOrder NudgedOrder { get; init; } = SweepOrder.Backward;
}
