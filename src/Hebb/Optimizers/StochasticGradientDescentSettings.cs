namespace Hebb.Optimizers;

/// <summary>Steps by <see cref="StochasticGradientDescent{T}"/>.</summary>
public sealed record StochasticGradientDescentSettings : OptimizerSettings
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    /// <inheritdoc/>
    public override string Description => "steps along the gradient, with momentum where it is asked for";

    /// <summary>Which part of its velocity it keeps from step to step.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; }

    /// <inheritdoc/>
    public override IOptimizer<float> Create(int length) =>
        new StochasticGradientDescent<float>(length, LearningRate, Momentum);
}
