namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="EquilibriumPropagation"/> with one nudged state.</summary>
public sealed record OneSidedSettings : SignedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "one-sided";

    /// <inheritdoc/>
    public override string Description =>
        "equilibrium propagation between the free state and one nudged by beta, of either sign";

    /// <inheritdoc/>
    public override int? ErrorOrder => 1;

    /// <inheritdoc/>
    public override string Hue => "#D55E00";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new EquilibriumPropagation(Nudging.OneSided(Beta), phases.Free, phases.Nudged, phases.LinearisesCost);
}
