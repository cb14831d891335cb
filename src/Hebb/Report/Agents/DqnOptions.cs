using Hebb.Settings;

namespace Hebb.Report.Agents;

/// <summary>What the report's Q-learners have in common.</summary>
/// <param name="LearningRate">The rate of the parameters.</param>
/// <param name="HiddenSize">Hidden units.</param>
/// <param name="GreedyProbability">How often the best action is taken rather than a random one.</param>
/// <param name="Discount">gamma.</param>
/// <param name="TargetPeriod">Learning steps between two copies into the target network.</param>
/// <param name="MemoryCapacity">Transitions held for replay, and stored before learning begins.</param>
/// <param name="BatchSize">Transitions replayed a step.</param>
public sealed record DqnOptions(
    [property: Range(0, double.MaxValue, MinimumIsExclusive = true)] double LearningRate,
    [property: Range(1, 1 << 16)] int HiddenSize = 64,
    [property: Range(0, 1.0)] double GreedyProbability = 0.9,
    [property: Range(0, 1.0)] double Discount = 0.99,
    [property: Range(1, 10_000_000)] int TargetPeriod = 10,
    [property: Range(1, 10_000_000)] int MemoryCapacity = 256,
    [property: Range(1, 1 << 16)] int BatchSize = 16
) : ISettings;
