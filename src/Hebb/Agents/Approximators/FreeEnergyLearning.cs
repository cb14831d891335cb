using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>How a <see cref="FreeEnergyApproximator"/> steps: by an optimizer, on gradients of limited length.</summary>
public sealed record FreeEnergyLearning
{
    /// <summary>The name of an optimizer of the catalogue: how gradients become steps.</summary>
    [NamedIn(SettingsCatalogue.Optimizers)]
    public string Optimizer { get; init; } = "adam";

    /// <summary>The optimizer's step size; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The decay of Adam's first moment; from 0 to below 1.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The decay of Adam's second moment; from 0 to below 1.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Adam's epsilon; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Which part of its velocity the optimizer sgd keeps from step to step; from 0 to below 1.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; }

    /// <summary>The Euclidean norm that a gradient is shortened to where it is longer; positive, infinite for none.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double GradientNorm
    {
        get;
        init =>
            field =
                value > 0
                    ? value
                    : throw new ArgumentException($"GradientNorm: {value}; a positive number is needed", nameof(value));
    } = double.PositiveInfinity;
}
