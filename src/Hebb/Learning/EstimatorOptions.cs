using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Learning;

/// <summary>
/// What estimators are made of by name; each takes what <see cref="EstimatorEntry.Settings"/> lists and looks at nothing
/// else.
/// </summary>
public sealed record EstimatorOptions
{
    /// <summary>How the free phase settles.</summary>
    public IRelaxation Free { get; init; } = new FixedPoint(maxSweeps: 100, tolerance: 1e-4);

    /// <summary>How the phases after it settle; null is as the free phase.</summary>
    public IRelaxation? Nudged { get; init; }

    /// <summary>The nudging strength; of either sign for one-sided nudging, positive as the radius of the holomorphic one.</summary>
    public double Beta { get; init; } = 0.5;

    /// <summary>How many points on the circle of radius beta the holomorphic estimator takes; at least 2.</summary>
    public int Points { get; init; } = 4;

    /// <summary>By how much the weights of the continual estimator follow at every nudged sweep; positive.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How far towards the target coupled learning clamps the outputs; above 0, at most 1.</summary>
    public double Share { get; init; } = 0.1;

    /// <summary>
    /// The sweeps of the continual estimator's nudged phase, and those that are differentiated through; at least 1.
    /// </summary>
    public int Sweeps { get; init; } = 20;

    /// <summary>The order of these sweeps.</summary>
    public SweepOrder Order { get; init; } = SweepOrder.Alternating;

    /// <summary>How far an error of recurrent backpropagation may still move; at least 0.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>The iterations of recurrent backpropagation at most; at least 1.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>How far central differences move a parameter each way; positive.</summary>
    public double Step { get; init; } = 1e-5;

    /// <summary>
    /// Whether the nudged phases of one-sided, random-sign and symmetric nudging see the cost's gradient at the free state,
    /// held there, in place of the cost.
    /// </summary>
    public bool LinearisesCost { get; init; }

    /// <summary>The stream of random signs; needed by random-sign nudging alone.</summary>
    public IUniformSource? Random { get; init; }
}
