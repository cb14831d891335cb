using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Optimizers;

/// <summary>An optimizer that is known by name, with what can be set in it: how gradients become steps.</summary>
public abstract record OptimizerSettings : INamed, ISettings
{
    /// <inheritdoc/>
    /// <remarks>Also that of its part of a snapshot.</remarks>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <summary>The step size.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The Euclidean norm that a gradient is shortened to where it is longer; infinite for none.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double GradientNorm { get; init; } = double.PositiveInfinity;

    /// <summary>Makes the optimizer of so many numbers.</summary>
    /// <param name="length">How many numbers.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public abstract IOptimizer<float> Create(int length);
}
