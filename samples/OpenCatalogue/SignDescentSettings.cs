using System.ComponentModel.DataAnnotations;
using Hebb.Optimizers;

namespace OpenCatalogue;

/// <summary>Steps by <see cref="SignDescent"/>.</summary>
public sealed record SignDescentSettings : OptimizerSettings
{
    /// <inheritdoc/>
    public override string Name => "sign-descent";

    /// <inheritdoc/>
    public override string Description => "steps of one size along the sign of the mean gradient";

    /// <summary>Which part of the mean gradient is kept from step to step.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; } = 0.9;

    /// <inheritdoc/>
    public override IOptimizer<float> Create(int length) => new SignDescent(length, LearningRate, Momentum);
}
