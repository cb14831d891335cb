namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="VectorFieldEquilibriumPropagation"/>.</summary>
public sealed record VectorFieldSettings : NudgedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "vector-field";

    /// <inheritdoc/>
    public override string Description =>
        "equilibrium propagation, symmetric in beta, on graphs with directed connections too";

    /// <inheritdoc/>
    public override bool HasFeedback => true;

    /// <inheritdoc/>
    public override string Hue => "#56B4E9";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new VectorFieldEquilibriumPropagation(Nudging.Symmetric(Beta), phases.Free, phases.Nudged);
}
