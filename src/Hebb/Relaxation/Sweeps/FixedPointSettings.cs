using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Sweeps;

/// <summary>Settles by <see cref="FixedPoint"/>.</summary>
public sealed record FixedPointSettings : RelaxationSettings
{
    /// <inheritdoc/>
    public override string Name => "fixed-point";

    /// <inheritdoc/>
    public override string Description => "sweeps: every unit takes the activity that its neighbours drive";

    /// <inheritdoc/>
    public override bool IsPlain => true;

    /// <inheritdoc/>
    public override IRelaxation Create(int sweeps, SweepOrder order = SweepOrder.Alternating) =>
        new FixedPoint(sweeps, Tolerance, order);

    /// <inheritdoc/>
    public override IRelaxation CreateUnmeasured(int sweeps, SweepOrder order) =>
        new FixedPoint(sweeps, Tolerance, order) { Measures = false };
}
