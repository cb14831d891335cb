namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="CoupledLearning"/>.</summary>
public sealed record CoupledLearningSettings : EstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "coupled-learning";

    /// <inheritdoc/>
    public override string Description => "outputs clamped some way towards their targets against outputs free";

    /// <inheritdoc/>
    public override EstimatorCosts Costs => EstimatorCosts.SquaredError;

    /// <summary>How far towards their targets outputs are clamped.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double Share { get; init; } = 0.1;

    /// <inheritdoc/>
    public override double LargestStrength => 1;

    /// <inheritdoc/>
    public override EstimatorSettings WithStrength(double strength) => this with { Share = strength };

    /// <inheritdoc/>
    public override string Hue => "#CC79A7";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new CoupledLearning(Share, phases.Free, phases.Nudged);
}
