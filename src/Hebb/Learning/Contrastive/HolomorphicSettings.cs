namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="HolomorphicEquilibriumPropagation"/>.</summary>
public sealed record HolomorphicSettings : NudgedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "holomorphic";

    /// <inheritdoc/>
    public override string Description =>
        "equilibrium propagation over points on a circle of complex nudging strengths";

    /// <inheritdoc/>
    public override EstimatorCosts Costs => EstimatorCosts.Analytic;

    /// <summary>The points on the circle of complex nudging strengths, whose radius is beta.</summary>
    [Range(2, 1000)]
    public int Points { get; init; } = 4;

    /// <inheritdoc/>
    public override string Hue => "#009E73";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new HolomorphicEquilibriumPropagation(Points, Beta, phases.Free, phases.Nudged);
}
