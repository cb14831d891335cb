using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Approximators;
using Hebb.Optimizers;
using Hebb.Settings;

namespace OpenCatalogue;

/// <summary>What can be set in a <see cref="SarsaAgent"/>. Ranges are checked, and shown by <c>config new</c>.</summary>
public sealed record SarsaSettings : ISettings
{
    /// <summary>The network of the values: its shape, its start, and how it settles and learns.</summary>
    public ApproximatorOptions Values { get; init; } =
        new()
        {
            Network = new NetworkSettings { Hidden = [16], OutputGain = 0.3 },
            Optimizer = new AdamSettings { LearningRate = 3e-3 },
        };

    /// <summary>gamma.</summary>
    [Range(0, 1.0)]
    public double Discount { get; init; } = 0.95;

    /// <summary>The probability that an action is drawn rather than chosen.</summary>
    [Range(0, 1.0)]
    public double Exploration { get; init; } = 0.1;
}
