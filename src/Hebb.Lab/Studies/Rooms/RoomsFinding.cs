using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>What a learner reached in a test after a training.</summary>
/// <param name="Attempts">The mean attempts of a trial, a number for each seed.</param>
/// <param name="Solved">The part of trials in which all solutions were found, a number for each seed.</param>
/// <param name="Bytes">The bytes of memory within a trial; null where they are not counted.</param>
internal sealed record RoomsFinding(
    RoomsGroup Group,
    RoomTest Test,
    ImmutableArray<double> Attempts,
    ImmutableArray<double> Solved,
    int? Bytes,
    double? MicrosecondsPerStep
)
{
    /// <summary>The attempts over seeds.</summary>
    public Estimate Mean => Estimate.Of(Attempts.AsSpan());

    /// <summary>The greatest of a seed.</summary>
    public double Worst => Attempts.Max();

    /// <summary>The part of all trials, of all seeds, in which all solutions were found.</summary>
    public double SolvedPart => Solved.Average();
}
