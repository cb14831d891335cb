namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="ContrastiveHebbianLearning"/>.</summary>
public sealed record ContrastiveHebbianSettings : EstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "contrastive-hebbian";

    /// <inheritdoc/>
    public override string Description => "outputs clamped to their targets against outputs free";

    /// <inheritdoc/>
    public override EstimatorCosts Costs => EstimatorCosts.SquaredError;

    /// <inheritdoc/>
    public override string Hue => "#7A5195";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new ContrastiveHebbianLearning(phases.Free, phases.Nudged);
}
