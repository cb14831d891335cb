using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Hebb.Agents.Settings;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Agents.Approximators;

/// <summary>A free-energy policy: the network's shape and start, its temperature, and how it settles.</summary>
public sealed record FreeEnergyOptions : IValidatedSettings
{
    /// <summary>Units of the hidden layers, from the input on; one of tanh units runs on fused kernels.</summary>
    [Range(1, 1 << 20)]
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
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Temperature
    {
        get;
        init => field = Positive(value);
    } = 1;

    /// <summary>
    /// gamma of <see cref="NetworkTopology.Layered"/>, how strongly each layer drives the one before; positive. With one
    /// hidden layer it must be 1: there it would only be another unit for the actions' weights and the temperature.
    /// </summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Feedback
    {
        get;
        init => field = Positive(value);
    } = 1;

    /// <summary>Weights start uniform within gain sqrt(1 / fan in); positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Gain
    {
        get;
        init => field = Positive(value);
    } = Math.Sqrt(3);

    /// <summary>The weights between the last hidden layer and the actions start uniform within this; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ActionBound
    {
        get;
        init => field = Positive(value);
    } = 0.1;

    /// <summary>Biases of hidden units start uniform within this; at least 0. Those of actions start at 0.</summary>
    [Range(0, double.MaxValue)]
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

    /// <summary>The name of a relaxation of the catalogue: how several hidden layers settle; one settles in one sweep.</summary>
    [NamedIn(SettingsCatalogue.Relaxations)]
    public string Relaxation { get; init; } = "fixed-point";

    /// <summary>The order of layers in the sweeps; the relaxation gradient-flow moves all at once.</summary>
    public SweepOrder Order { get; init; } = SweepOrder.Forward;

    /// <summary>dt, the step of the relaxation gradient-flow; above 0, at most 1.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double FlowStep { get; init; } = 0.5;

    /// <summary>mu, how much of a unit's last move the relaxation momentum makes again; from 0 to below 1.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double SweepMomentum { get; init; } = 0.5;

    /// <summary>How many of the last changes the relaxation anderson combines; from 2 to 10.</summary>
    [Range(Hebb.Relaxation.Acceleration.Anderson.LeastWindow, Hebb.Relaxation.Acceleration.Anderson.MostWindow)]
    public int Window { get; init; } = 5;

    /// <summary>The sweeps of a phase at most; at least 1. One hidden layer settles in one.</summary>
    [Range(1, int.MaxValue)]
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
    [Range(0, double.MaxValue)]
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

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            Hidden.Length == 1 && Feedback != 1,
            nameof(Feedback),
            Feedback,
            "1 is needed with one hidden layer, where the temperature does the same"
        );

    private static double Positive(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentException($"{name}: {value}; a positive finite number is needed", nameof(value));
}
