namespace Hebb.Agents;

/// <summary>How a <see cref="FreeEnergyApproximator"/> steps: by Adam, on gradients of limited length.</summary>
public sealed record FreeEnergyLearning
{
    /// <summary>Adam's step size; positive.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Adam's epsilon; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>The Euclidean norm that a gradient is shortened to where it is longer; positive, infinite for none.</summary>
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
