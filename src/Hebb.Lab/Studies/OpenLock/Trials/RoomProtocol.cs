namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>How many trials there are, and how many attempts each has.</summary>
/// <param name="AttemptLimit">The attempts of a trial.</param>
/// <param name="Iterations">How often all rooms are gone through, in training and in the test.</param>
/// <param name="IsTransferTestedOnce">Whether the test after training is a single trial.</param>
public sealed record RoomProtocol(string Name, int AttemptLimit, int Iterations, bool IsTransferTestedOnce)
{
    private const int EndParts = 10;

    /// <summary>That of people: 30 attempts, every room once, and after training one room.</summary>
    public static RoomProtocol OfPeople { get; } =
        new("people", AttemptLimit: 30, Iterations: 1, IsTransferTestedOnce: true);

    /// <summary>The iterations that the published learners had.</summary>
    public const int PublishedIterations = 200;

    /// <summary>In words, for people.</summary>
    public string Description =>
        IsTransferTestedOnce
            ? string.Create(CultureInfo.InvariantCulture, $"every room once, at most {AttemptLimit} attempts")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Iterations} iterations over all rooms, at most {AttemptLimit} attempts a trial"
            );

    /// <summary>The last iterations that are averaged over: a tenth of all, and one at least.</summary>
    public int EndIterations => Math.Max(1, Iterations / EndParts);

    /// <summary>That of reinforcement learning: 700 attempts, and all rooms many times.</summary>
    /// <param name="iterations">How often.</param>
    public static RoomProtocol OfLearning(int iterations) =>
        new("learning", AttemptLimit: 700, iterations, IsTransferTestedOnce: false);

    /// <summary>The trials of training.</summary>
    public int TrainingTrials(RoomCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Iterations * condition.TrainingRooms;
    }

    /// <summary>The trials of the test.</summary>
    public int TestTrials(RoomCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return IsTransferTestedOnce && condition.Training is not null ? 1 : Iterations * condition.TestRooms;
    }

    /// <summary>All trials.</summary>
    public int Trials(RoomCondition condition) => TrainingTrials(condition) + TestTrials(condition);
}
