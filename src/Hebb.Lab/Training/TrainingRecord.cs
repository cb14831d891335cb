using System.Collections.Immutable;

namespace Hebb.Lab.Training;

/// <summary>What one run came to: its <c>run.json</c>, written when all else is.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Agent">The agent's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Steps">The environment steps that it was to learn for.</param>
/// <param name="StepsTaken">Those that it took: more where its environments side by side do not divide them.</param>
/// <param name="Episodes">The episodes that ended.</param>
/// <param name="SolvedAt">
/// The environment steps at the end of the first episode at which the mean return of the last 100 was at the environment's
/// threshold; null if never.
/// </param>
/// <param name="Last100">The mean return of the last 100 episodes, or of all where there are fewer; null where there is none.</param>
/// <param name="GreedyReturns">The returns of the greedy episodes; null where there were none.</param>
/// <param name="Seconds">The wall time of the learning, on one core.</param>
/// <param name="MicrosecondsPerStep">The same for each environment step.</param>
/// <param name="DivergedAt">
/// The environment steps at the end of the first episode after which a parameter was NaN or infinite; null when all stayed
/// finite.
/// </param>
public sealed record TrainingRecord(
    int FormatVersion,
    string Agent,
    string Environment,
    ulong Seed,
    long Steps,
    long StepsTaken,
    int Episodes,
    long? SolvedAt,
    double? Last100,
    ImmutableArray<double>? GreedyReturns,
    double Seconds,
    double MicrosecondsPerStep,
    long? DivergedAt
)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>The mean of the greedy returns; null where there are none.</summary>
    public double? GreedyMean => GreedyReturns is { IsDefaultOrEmpty: false } returns ? returns.Average() : null;
}
