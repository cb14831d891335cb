namespace Hebb.Optimizers;

/// <summary>Steps by <see cref="Adam{T}"/>.</summary>
public sealed record AdamSettings : OptimizerSettings
{
    /// <inheritdoc/>
    public override string Name => "adam";

    /// <inheritdoc/>
    public override string Description => "steps along the mean gradient, each number over the root of its mean square";

    /// <summary>The decay of the first moment.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The decay of the second moment.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>What is added to the root of the second moment.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Epsilon { get; init; } = 1e-5;

    /// <inheritdoc/>
    public override IOptimizer<float> Create(int length) =>
        new Adam<float>(length, LearningRate, Beta1, Beta2, Epsilon);
}
