namespace Hebb.Optimizers;

/// <summary>What an optimizer of the catalogue is made with. Each takes what it knows and leaves the rest.</summary>
/// <param name="LearningRate">The step size; positive and finite.</param>
/// <param name="Beta1">The decay of Adam's first moment; in [0, 1).</param>
/// <param name="Beta2">The decay of Adam's second moment; in [0, 1).</param>
/// <param name="Epsilon">Added to the root of Adam's second moment; positive.</param>
/// <param name="Momentum">Which part of the velocity gradient descent keeps from step to step; in [0, 1).</param>
public sealed record OptimizerOptions(
    double LearningRate,
    double Beta1 = 0.9,
    double Beta2 = 0.999,
    double Epsilon = 1e-8,
    double Momentum = 0
);
