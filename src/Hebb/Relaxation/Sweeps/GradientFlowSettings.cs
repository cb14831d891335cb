using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Sweeps;

/// <summary>Settles by <see cref="GradientFlow"/>.</summary>
public sealed record GradientFlowSettings : RelaxationSettings
{
    /// <inheritdoc/>
    public override string Name => "gradient-flow";

    /// <inheritdoc/>
    public override string Description => "steps of all units at once down the energy";

    /// <summary>dt, how far a step goes: 1 is a synchronous sweep.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double Step { get; init; } = 0.5;

    /// <inheritdoc/>
    public override IRelaxation Create(int sweeps, SweepOrder order = SweepOrder.Alternating) =>
        new GradientFlow(Step, sweeps, Tolerance);
}
