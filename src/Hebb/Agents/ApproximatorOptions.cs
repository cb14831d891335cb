using System.Collections.Immutable;
using Hebb.Networks;

namespace Hebb.Agents;

/// <summary>A network of an agent: its shape, its start, and how it settles and learns.</summary>
public sealed record ApproximatorOptions
{
    /// <summary>Units of the hidden layers, from the input on.</summary>
    public ImmutableArray<int> Hidden { get; init; } = [64];

    /// <summary>The activation of the hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>The activation of the outputs: one that is bounded cannot answer beyond its bounds.</summary>
    public Activation OutputActivation { get; init; } = Activation.Linear;

    /// <summary>
    /// gamma, how strongly each layer drives the one before, relative to the weights between them; see
    /// <see cref="Layer.EnergyWeight"/>. Positive; a feedforward estimator makes nothing of it.
    /// </summary>
    public double Feedback { get; init; } = 1;

    /// <summary>
    /// What gamma sigma(W)^2 of a connection may be at most, kept after every step (<see cref="Learning.FeedbackLimit"/>): positive;
    /// infinite for no limit. A feedforward estimator makes nothing of it.
    /// </summary>
    public double FeedbackLimit { get; init; } = double.PositiveInfinity;

    /// <summary>Weights start uniform within gain sqrt(1 / fan in); positive.</summary>
    public double Gain { get; init; } = Math.Sqrt(3);

    /// <summary>The gain of the weights that end at the output, relative to <see cref="Gain"/>; positive.</summary>
    public double OutputGain { get; init; } = 0.1;

    /// <summary>Biases of hidden units start uniform within this; at least 0. Those of outputs start at 0.</summary>
    public double BiasBound { get; init; } = 0.3;

    /// <summary>The name of an estimator of the catalogue.</summary>
    public string Estimator { get; init; } = "symmetric";

    /// <summary>The nudging strength.</summary>
    public double Beta { get; init; } = 0.2;

    /// <summary>The sweeps of the free phase, from the input to the output; at least 1.</summary>
    public int FreeSweeps { get; init; } = 5;

    /// <summary>The sweeps of a nudged phase, from the output to the input; at least 1.</summary>
    public int NudgedSweeps { get; init; } = 3;

    /// <summary>How far a unit of a settled example may move in a sweep; 0 takes all sweeps.</summary>
    public double Tolerance { get; init; }

    /// <summary>Adam's step size; positive.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Adam's epsilon; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>The Euclidean norm that a gradient is shortened to where it is longer; infinite for none.</summary>
    public double GradientNorm { get; init; } = double.PositiveInfinity;
}
