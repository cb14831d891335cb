using Hebb.Networks.Activations;
using Hebb.Settings;

namespace Hebb.Supervised;

/// <summary>A layered network of a classification task, and its start.</summary>
public sealed record SupervisedNetwork : ISettings
{
    /// <summary>Units of the hidden layers, from the input on; at least 1 each.</summary>
    [Range(1, 100_000)]
    public ImmutableArray<int> Hidden { get; init; } = [512];

    /// <summary>The activation of the hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.HardSigmoid;

    /// <summary>The activation of the outputs; that of a readout is always linear.</summary>
    public Activation OutputActivation { get; init; } = Activation.Linear;

    /// <summary>A factor on the initial weights and biases, which are uniform within 1 / sqrt(fan in); positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Gain { get; init; } = 1;

    /// <summary>Whether two networks are made alike.</summary>
    public bool Equals(SupervisedNetwork? other) =>
        other is not null
        && Hidden.SequenceEqual(other.Hidden)
        && Activation == other.Activation
        && OutputActivation == other.OutputActivation
        && Gain.Equals(other.Gain);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Hidden.Length, Activation, OutputActivation, Gain);
}
