using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Settings;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Agents.Approximators;

/// <summary>A network of an agent: its shape, its start, and how it settles and learns.</summary>
public sealed record ApproximatorOptions : IValidatedSettings
{
    /// <summary>Units of the hidden layers, from the input on; at least 1 each.</summary>
    [Range(1, 1 << 20)]
    public ImmutableArray<int> Hidden { get; init; } = [64];

    /// <summary>The activation of the hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>The activation of the outputs: one that is bounded cannot answer beyond its bounds.</summary>
    public Activation OutputActivation { get; init; } = Activation.Linear;

    /// <summary>
    /// gamma, how strongly each layer drives the one before, relative to the weights between them; see
    /// <see cref="Layer.EnergyWeight"/>. Positive; a feedforward estimator makes nothing of it.
    /// </summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Feedback { get; init; } = 1;

    /// <summary>
    /// What gamma sigma(W)^2 of a connection may be at most, kept after every step (<see cref="Learning.FeedbackLimit"/>): positive;
    /// infinite for no limit. A feedforward estimator makes nothing of it.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double FeedbackLimit { get; init; } = double.PositiveInfinity;

    /// <summary>Weights start uniform within gain sqrt(1 / fan in); positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Gain { get; init; } = Math.Sqrt(3);

    /// <summary>The gain of the weights that end at the output, relative to <see cref="Gain"/>; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double OutputGain { get; init; } = 0.1;

    /// <summary>Biases of hidden units start uniform within this; at least 0. Those of outputs start at 0.</summary>
    [Range(0, double.MaxValue)]
    public double BiasBound { get; init; } = 0.3;

    /// <summary>The name of an estimator of the catalogue: how a cost becomes a gradient.</summary>
    [NamedIn(SettingsCatalogue.Estimators)]
    public string Estimator { get; init; } = "symmetric";

    /// <summary>The nudging strength; positive, of either sign for the estimators one-sided and continual.</summary>
    [Range(-double.MaxValue, double.MaxValue)]
    public double Beta { get; init; } = 0.2;

    /// <summary>The points on the circle of complex nudging strengths, which the estimator holomorphic takes; at least 2.</summary>
    [Range(2, 1000)]
    public int Points { get; init; } = 4;

    /// <summary>How far towards their targets the estimator coupled-learning clamps the outputs; above 0, at most 1.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double Share { get; init; } = 0.1;

    /// <summary>By how much the weights of the estimator continual follow at every nudged sweep; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ContinualRate { get; init; } = 1e-3;

    /// <summary>How far an error of the estimator recurrent-backprop may still move when it stops; at least 0.</summary>
    [Range(0, double.MaxValue)]
    public double ErrorTolerance { get; init; } = 1e-6;

    /// <summary>The iterations of the estimator recurrent-backprop at most; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int ErrorIterations { get; init; } = 1000;

    /// <summary>
    /// How far the estimator central-differences moves a parameter each way; positive. In float32 smaller steps than this drown in
    /// rounding.
    /// </summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double DifferenceStep { get; init; } = 0.01;

    /// <summary>The name of a relaxation of the catalogue: how the network settles.</summary>
    [NamedIn(SettingsCatalogue.Relaxations)]
    public string Relaxation { get; init; } = "fixed-point";

    /// <summary>The sweeps of the free phase; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int FreeSweeps { get; init; } = 5;

    /// <summary>The sweeps of a nudged phase; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int NudgedSweeps { get; init; } = 3;

    /// <summary>The order of layers in the sweeps of the free phase; the relaxation gradient-flow moves all at once.</summary>
    public SweepOrder FreeOrder { get; init; } = SweepOrder.Forward;

    /// <summary>The order of layers in the sweeps of a nudged phase.</summary>
    public SweepOrder NudgedOrder { get; init; } = SweepOrder.Backward;

    /// <summary>How far a unit of a settled example may move in a sweep; 0 takes all sweeps.</summary>
    [Range(0, double.MaxValue)]
    public double Tolerance { get; init; }

    /// <summary>dt, the step of the relaxation gradient-flow; above 0, at most 1.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double FlowStep { get; init; } = 0.5;

    /// <summary>mu, how much of a unit's last move the relaxation momentum makes again; from 0 to below 1.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double SweepMomentum { get; init; } = 0.5;

    /// <summary>How many of the last changes the relaxation anderson combines; from 2 to 10.</summary>
    [Range(Hebb.Relaxation.Acceleration.Anderson.LeastWindow, Hebb.Relaxation.Acceleration.Anderson.MostWindow)]
    public int Window { get; init; } = 5;

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

    /// <summary>The Euclidean norm that a gradient is shortened to where it is longer; infinite for none.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double GradientNorm { get; init; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public void Validate() => ApproximatorRules.Require(this);
}
