using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>How the parameters of a free-energy policy start.</summary>
public sealed record FreeEnergyStart : ISettings
{
    /// <summary>Weights start uniform within gain sqrt(1 / fan in).</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double Gain { get; init; } = Math.Sqrt(3);

    /// <summary>The weights between the last hidden layer and the actions start uniform within this.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double ActionBound { get; init; } = 0.1;

    /// <summary>Biases of hidden units start uniform within this. Those of actions start at 0.</summary>
    [Range(0, double.MaxValue)]
    public double BiasBound { get; init; } = 0.3;
}
