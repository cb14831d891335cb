namespace Hebb.Learning.Exact;

/// <summary>Estimates by <see cref="Backpropagation"/>.</summary>
public sealed record BackpropagationSettings : EstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "backprop";

    /// <inheritdoc/>
    public override string Description => "backpropagation in the feedforward twin";

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <inheritdoc/>
    public override bool IsFeedforward => true;

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) => new Backpropagation();
}
