namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="ContinualEquilibriumPropagation"/>.</summary>
public sealed record ContinualSettings : SignedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "continual";

    /// <inheritdoc/>
    public override string Description =>
        "one-sided equilibrium propagation whose weights follow at every nudged sweep";

    /// <summary>By how much weights follow at every nudged sweep.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ContinualRate { get; init; } = 1e-3;

    /// <inheritdoc/>
    public override int? ErrorOrder => 1;

    /// <inheritdoc/>
    public override string Hue => "#A85C32";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new ContinualEquilibriumPropagation(
            Beta,
            ContinualRate,
            phases.Free,
            phases.Phases.NudgedSweeps,
            phases.Phases.NudgedOrder
        );
}
