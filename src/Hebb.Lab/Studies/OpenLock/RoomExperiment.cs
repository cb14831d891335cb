using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>
/// The study of OpenLock: the attempts that learners need for all solutions, by condition and protocol. Learners that are told what
/// people are told play by people's protocol; agents, which learn by rewards, by that and by their own.
/// </summary>
internal sealed class RoomExperiment
{
    private readonly ImmutableArray<ulong> _seeds;
    private readonly ImmutableArray<RoomGroup> _ofAgents;
    private readonly ImmutableArray<RoomGroup> _ofOthers;
    private readonly TrainingExperiment _runs;
    private readonly GroupProgress[] _progress;

    /// <summary>Prepares the study, whose runs are <c>runs/PROTOCOL/CONDITION/AGENT/seed-N</c>, and finds out what of it is already done.</summary>
    /// <param name="directory">Where the runs of agents are, with the configuration.</param>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public RoomExperiment(ConfiguredDirectory<RoomStudyOptions> directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _seeds = directory.Configuration.Seeds.Values;
        Groups = GroupsOf(directory.Configuration);
        _ofAgents = [.. Groups.Where(group => group.Learner.IsAgent)];
        _ofOthers = [.. Groups.Where(group => !group.Learner.IsAgent)];
        Dictionary<AgentPlan, RoomGroup> plans = new(ReferenceEqualityComparer.Instance);
        foreach (RoomGroup group in _ofAgents)
        {
            plans.Add(RoomAgents.PlanOf(group.Learner.Name, group.Protocol, group.Condition), group);
        }

        _runs = new TrainingExperiment(
            [.. plans.Keys],
            _seeds,
            (plan, seed) => FolderOf(directory, plans[plan], seed),
            plan => plans[plan].Name
        );
        _progress =
        [
            .. _ofOthers.Select(group => new GroupProgress(
                group.Name,
                _seeds.Length,
                group.Protocol.Trials(group.Condition)
            )),
        ];
    }

    /// <summary>What is played from every seed, in the order of the tables.</summary>
    public ImmutableArray<RoomGroup> Groups { get; }

    /// <summary>The progress of each group, in trials; may be read while they are played.</summary>
    public IReadOnlyList<GroupProgress> Progress => [.. _progress, .. _runs.Progress];

    /// <summary>The progress of all, as studies have it.</summary>
    public WorkProgress WorkProgress =>
        new WorkProgress.OfRuns("learner", "trials", Progress, RunCount, () => FinishedCount);

    /// <summary>How many runs of agents there are.</summary>
    public int RunCount => _runs.RunCount;

    /// <summary>How many of them are finished and kept.</summary>
    public int FinishedCount => _runs.FinishedCount;

    /// <summary>Plays what is not finished yet; the runs of agents are kept, the others take a moment.</summary>
    /// <param name="options">How they are played. It changes no result.</param>
    /// <param name="cancellation">Stops between two trials, or two steps of agents; what those played is kept.</param>
    /// <returns>What came of each group, in their order.</returns>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<RoomSummary> Run(RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        RoomRun[][] others = PlayOthers(options.Jobs, cancellation);
        IReadOnlyList<TrainingSummary> runs = _runs.Run(options, cancellation);
        RoomSummary[] summaries =
        [
            .. _ofOthers.Zip(others, (group, ofGroup) => new RoomSummary(group, [.. ofGroup])),
            .. _ofAgents.Zip(
                runs,
                (group, ofGroup) => new RoomSummary(group, [.. ofGroup.Runs.Select(run => RoomRun.Of(group, run))])
            ),
        ];
        return [.. summaries.OrderBy(summary => Groups.IndexOf(summary.Group))];
    }

    private static ImmutableArray<RoomGroup> GroupsOf(RoomStudyOptions options)
    {
        RoomProtocol[] protocols = [RoomProtocol.OfPeople, RoomProtocol.OfLearning(options.Iterations)];
        return
        [
            .. from protocol in protocols
            from learner in options.Learners
            where learner.IsAgent || protocol == RoomProtocol.OfPeople
            from condition in options.Conditions
            select new RoomGroup(learner, protocol, condition),
        ];
    }

    private static string FolderOf(ConfiguredDirectory<RoomStudyOptions> directory, RoomGroup group, ulong seed) =>
        directory.PathOf("runs", group.Protocol.Name, group.Condition.Name, group.Learner.Name, RunFolder.NameOf(seed));

    private RoomRun[][] PlayOthers(int jobs, CancellationToken cancellation)
    {
        RoomRun[][] others = [.. _ofOthers.Select(_ => new RoomRun[_seeds.Length])];
        (int Group, int Seed)[] places =
        [
            .. from place in Enumerable.Range(0, _ofOthers.Length)
            from seed in Enumerable.Range(0, _seeds.Length)
            select (place, seed),
        ];
        RunScheduler.Execute(
            places,
            jobs,
            (place, stop) =>
            {
                GroupProgress progress = _progress[place.Group];
                RunProgress run = progress.RunStarted();
                others[place.Group][place.Seed] = RoomRun.Play(
                    _ofOthers[place.Group],
                    _seeds[place.Seed],
                    () => run.Advanced(1),
                    stop
                );
                progress.RunFinished();
            },
            cancellation
        );
        return others;
    }
}
