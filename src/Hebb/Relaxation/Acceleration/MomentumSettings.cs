using Hebb.Networks.Topology;

namespace Hebb.Relaxation.Acceleration;

/// <summary>Settles by <see cref="Momentum"/>.</summary>
public sealed record MomentumSettings : RelaxationSettings
{
    /// <inheritdoc/>
    public override string Name => "momentum";

    /// <inheritdoc/>
    public override string Description => "sweeps with a heavy ball, made safe";

    /// <summary>mu, how much of its last move a unit makes again.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; } = 0.5;

    /// <inheritdoc/>
    public override IRelaxation Create(int sweeps, SweepOrder order = SweepOrder.Alternating) =>
        new Momentum(sweeps, Momentum, Tolerance, order);
}
