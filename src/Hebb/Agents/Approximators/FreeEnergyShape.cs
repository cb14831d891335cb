using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>The network of a free-energy policy: its shape, its temperature and its start.</summary>
public sealed record FreeEnergyShape : IValidatedSettings
{
    /// <summary>Units of the hidden layers, from the input on; one of tanh units runs on fused kernels.</summary>
    [Range(1, 1 << 20)]
    public ImmutableArray<int> Hidden { get; init; } = [64];

    /// <summary>The activation of the hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>T of pi(a|s) = softmax(-F_a / T).</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 1;

    /// <summary>
    /// gamma of <see cref="NetworkTopology.Layered"/>, how strongly each layer drives the one before. With one
    /// hidden layer it must be 1: there it would only be another unit for the actions' weights and the temperature.
    /// </summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Feedback { get; init; } = 1;

    /// <summary>How its parameters start.</summary>
    [SettingsPart("")]
    public FreeEnergyStart Start { get; init; } = new();

    /// <inheritdoc/>
    public void Validate()
    {
        SettingRules.Refuse(
            Hidden.IsDefaultOrEmpty,
            nameof(Hidden),
            "[]",
            "at least one layer of at least 1 unit is needed"
        );
        SettingRules.Refuse(
            Hidden.Length == 1 && Feedback != 1,
            nameof(Feedback),
            Feedback,
            "1 is needed with one hidden layer, where the temperature does the same"
        );
    }
}
