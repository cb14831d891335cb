using Hebb.Settings;

namespace Hebb.Report.Agents;

/// <summary>The constants of the report's policy EP, in the report's values by default.</summary>
/// <param name="HiddenSize">Hidden units of the actor.</param>
/// <param name="WeightRate">Learning rate of the actor's weights; for an optimizer its only rate.</param>
/// <param name="BiasRate">Learning rate of the actor's biases, where the rule has one of its own.</param>
/// <param name="CriticHiddenSize">Hidden units of the critic.</param>
/// <param name="CriticRate">Adam's rate of the critic.</param>
/// <param name="Discount">gamma.</param>
public sealed record PolicyOptions(
    [property: Range(1, 1 << 16)] int HiddenSize = 128,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double WeightRate = 0.03,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double BiasRate = 0.003,
    [property: Range(1, 1 << 16)] int CriticHiddenSize = 128,
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double CriticRate = 0.03,
    [property: Range(0, 1.0)] double Discount = 0.99
) : ISettings;
