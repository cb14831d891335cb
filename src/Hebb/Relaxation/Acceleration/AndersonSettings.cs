using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Acceleration;

/// <summary>Settles by <see cref="Anderson"/>.</summary>
public sealed record AndersonSettings : RelaxationSettings
{
    /// <inheritdoc/>
    public override string Name => "anderson";

    /// <inheritdoc/>
    public override string Description => "sweeps with Anderson acceleration, made safe";

    /// <summary>How many of the last changes are combined.</summary>
    [Range(Anderson.LeastWindow, Anderson.MostWindow)]
    public int Window { get; init; } = 5;

    /// <inheritdoc/>
    public override IRelaxation Create(int sweeps, SweepOrder order = SweepOrder.Alternating) =>
        new Anderson(sweeps, Window, Tolerance, order);
}
