namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="EquilibriumPropagation"/> with two nudged states.</summary>
public sealed record SymmetricSettings : NudgedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "symmetric";

    /// <inheritdoc/>
    public override string Description => "equilibrium propagation between states nudged by beta and minus beta";

    /// <inheritdoc/>
    public override int? ErrorOrder => 2;

    /// <inheritdoc/>
    public override string Hue => "#0072B2";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new EquilibriumPropagation(Nudging.Symmetric(Beta), phases.Free, phases.Nudged, phases.LinearisesCost);
}
