using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hebb.Networks;

namespace Hebb.Agents;

/// <summary>A free-energy policy: the network's shape and start, its temperature, and how it settles.</summary>
public sealed record FreeEnergyOptions
{
    /// <summary>Units of the hidden layers, from the input on; one of tanh units runs on fused kernels.</summary>
    public ImmutableArray<int> Hidden
    {
        get;
        init =>
            field =
                !value.IsDefaultOrEmpty && value.All(size => size >= 1)
                    ? value
                    : throw new ArgumentException(
                        $"Hidden: [{(value.IsDefault ? "" : string.Join(", ", value))}]; at least one layer of at least 1 unit is needed",
                        nameof(value)
                    );
    } = [64];

    /// <summary>The activation of the hidden layers.</summary>
    public Activation Activation
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "Activation: one is needed");
    } = Activation.Tanh;

    /// <summary>T of pi(a|s) = softmax(-F_a / T); positive.</summary>
    public double Temperature
    {
        get;
        init => field = Positive(value);
    } = 1;

    /// <summary>
    /// gamma of <see cref="NetworkTopology.Layered"/>, how strongly each layer drives the one before; positive. With one
    /// hidden layer it must be 1: there it would only be another unit for the actions' weights and the temperature.
    /// </summary>
    public double Feedback
    {
        get;
        init => field = Positive(value);
    } = 1;

    /// <summary>Weights start uniform within gain sqrt(1 / fan in); positive.</summary>
    public double Gain
    {
        get;
        init => field = Positive(value);
    } = Math.Sqrt(3);

    /// <summary>The weights between the last hidden layer and the actions start uniform within this; positive.</summary>
    public double ActionBound
    {
        get;
        init => field = Positive(value);
    } = 0.1;

    /// <summary>Biases of hidden units start uniform within this; at least 0. Those of actions start at 0.</summary>
    public double BiasBound
    {
        get;
        init =>
            field =
                double.IsFinite(value) && value >= 0
                    ? value
                    : throw new ArgumentException(
                        $"BiasBound: {value}; a number of at least 0 is needed",
                        nameof(value)
                    );
    } = 0.3;

    /// <summary>The sweeps of a phase at most; at least 1. One hidden layer settles in one.</summary>
    public int Sweeps
    {
        get;
        init =>
            field =
                value >= 1
                    ? value
                    : throw new ArgumentException($"Sweeps: {value}; at least 1 is needed", nameof(value));
    } = 20;

    /// <summary>How far a unit of a settled example may move in a sweep; 0 takes all sweeps.</summary>
    public double Tolerance
    {
        get;
        init =>
            field =
                double.IsFinite(value) && value >= 0
                    ? value
                    : throw new ArgumentException(
                        $"Tolerance: {value}; a number of at least 0 is needed",
                        nameof(value)
                    );
    } = 1e-4;

    private static double Positive(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentException($"{name}: {value}; a positive finite number is needed", nameof(value));
}
