using System.Numerics.Tensors;
using Hebb.Agents;
using Hebb.Agents.OpenLock;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Lab.Runs;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>A run of one learner: the attempts that it needed in each trial.</summary>
/// <param name="Attempts">The attempts of each trial: until all solutions were found, or all that there were.</param>
public sealed record RoomRun(RoomGroup Group, ulong Seed, ImmutableArray<int> Attempts)
{
    private RoomProtocol Protocol => Group.Protocol;

    private RoomCondition Condition => Group.Condition;

    /// <summary>
    /// The mean attempts of the first trials in rooms of the test: of one trial in the protocol of people, of one iteration in
    /// that of learning.
    /// </summary>
    public double First =>
        Mean(
            Attempts.AsSpan(Protocol.TrainingTrials(Condition), Protocol.IsTransferTestedOnce ? 1 : Condition.TestRooms)
        );

    /// <summary>The mean attempts of all trials of the test.</summary>
    public double Whole => Mean(Attempts.AsSpan()[Protocol.TrainingTrials(Condition)..]);

    /// <summary>
    /// What shows what training did: by people's protocol the attempts of the first trial of the test, by that of learning those of
    /// all its trials, since the first ones of an agent are mostly all that it has.
    /// </summary>
    public double Transferred => Protocol.IsTransferTestedOnce ? First : Whole;

    /// <summary>The mean attempts of all trials of the test in the protocol of people, of the last iterations in that of learning.</summary>
    public double End => Mean(AtEnd);

    /// <summary>Whether all solutions were found in each of those trials before the attempts were used up.</summary>
    public bool IsSolved => !AtEnd.ContainsAnyInRange(Protocol.AttemptLimit, int.MaxValue);

    private ReadOnlySpan<int> AtEnd =>
        Attempts.AsSpan()[^Math.Min(Protocol.TestTrials(Condition), Protocol.EndIterations * Condition.TestRooms)..];

    /// <summary>The mean attempts of each iteration, those of training first.</summary>
    public IEnumerable<double> OfIterations()
    {
        var trial = 0;
        while (trial < Attempts.Length)
        {
            var rooms = trial < Protocol.TrainingTrials(Condition) ? Condition.TrainingRooms : Condition.TestRooms;
            var count = Math.Min(rooms, Attempts.Length - trial);
            yield return Mean(Attempts.AsSpan(trial, count));
            trial += count;
        }
    }

    /// <summary>Plays a run of a learner that is told what a person is told.</summary>
    /// <param name="played">Told of each trial.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, between two trials.</exception>
    public static RoomRun Play(RoomGroup group, ulong seed, Action played, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(played);
        IRoomLearner learner = group.Learner.Create!(seed);
        var random = new Pcg64(RandomStreams.Environments(seed));
        var attempts = ImmutableArray.CreateBuilder<int>();
        RoomSequence rooms = RoomsOf(group);
        while (attempts.Count < group.Protocol.Trials(group.Condition))
        {
            cancellation.ThrowIfCancellationRequested();
            attempts.Add(learner.Play(rooms.Draw(random), group.Protocol.AttemptLimit).Attempts);
            played();
        }

        return new RoomRun(group, seed, attempts.ToImmutable());
    }

    /// <summary>An agent's run, whose episodes are trials.</summary>
    public static RoomRun Of(RoomGroup group, TrainedRun run)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(run);
        var actions = Scenario.Find(group.Condition.Test).ActionsPerAttempt;
        return new RoomRun(
            group,
            run.Record.Seed,
            [.. run.Episodes.Take(group.Protocol.Trials(group.Condition)).Select(episode => episode.Length / actions)]
        );
    }

    // As environments draw them.
    private static RoomSequence RoomsOf(RoomGroup group)
    {
        (RoomCondition condition, var test) = (group.Condition, Scenario.Find(group.Condition.Test));
        return new RoomSequence(
            condition.Training is null
                ? new OpenLockOptions { Scenario = test }
                : new OpenLockOptions
                {
                    Scenario = Scenario.Find(condition.Training),
                    Transfer = test,
                    TrainingTrials = group.Protocol.TrainingTrials(condition),
                }
        );
    }

    private static double Mean(ReadOnlySpan<int> attempts) => (double)TensorPrimitives.Sum(attempts) / attempts.Length;
}
