using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>The shape of a network and its start.</summary>
public sealed record NetworkSettings : ISettings
{
    /// <summary>Units of the hidden layers, from the input on.</summary>
    [Range(1, 1 << 20)]
    public ImmutableArray<int> Hidden { get; init; } = [64];

    /// <summary>The activation of the hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>The activation of the outputs: one that is bounded cannot answer beyond its bounds.</summary>
    public Activation OutputActivation { get; init; } = Activation.Linear;

    /// <summary>
    /// gamma, how strongly each layer drives the one before, relative to the weights between them; see
    /// <see cref="Layer.EnergyWeight"/>. A feedforward estimator makes nothing of it.
    /// </summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Feedback { get; init; } = 1;

    /// <summary>
    /// What gamma sigma(W)^2 of a connection may be at most, kept after every step (<see cref="Learning.FeedbackLimit"/>); infinite
    /// for no limit. A feedforward estimator makes nothing of it.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double FeedbackLimit { get; init; } = double.PositiveInfinity;

    /// <summary>Weights start uniform within gain sqrt(1 / fan in).</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Gain { get; init; } = Math.Sqrt(3);

    /// <summary>The gain of the weights that end at the output, relative to <see cref="Gain"/>.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double OutputGain { get; init; } = 0.1;

    /// <summary>Biases of hidden units start uniform within this. Those of outputs start at 0.</summary>
    [Range(0, double.MaxValue)]
    public double BiasBound { get; init; } = 0.3;
}
