using System.Collections.Immutable;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>
/// The study of OpenLock: the attempts that learners need for all solutions, by condition and protocol. Learners that are told what
/// people are told play by people's protocol; agents, which learn by rewards, by that and by their own.
/// </summary>
public sealed class RoomStudy
{
    /// <summary>The name of the study.</summary>
    public const string Name = "openlock";

    /// <summary>The seeds: none that settings were chosen on.</summary>
    public static SeedSet Seeds { get; } = SeedSet.Range(0, 19);

    private readonly RoomStudyDirectory _directory;
    private readonly ImmutableArray<RoomGroup> _ofAgents;
    private readonly ImmutableArray<RoomGroup> _ofOthers;
    private readonly TrainingExperiment _runs;
    private readonly GroupProgress[] _progress;

    /// <summary>Prepares the study and finds out what of it is already done.</summary>
    /// <param name="directory">Where the runs of agents are, with the configuration.</param>
    /// <exception cref="ArgumentException">A learner or condition of the configuration is not known.</exception>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public RoomStudy(RoomStudyDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
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
            directory.Seeds,
            (plan, seed) => directory.FolderOf(plans[plan], seed),
            plan => plans[plan].Name
        );
        _progress =
        [
            .. _ofOthers.Select(group => new GroupProgress(
                group.Name,
                directory.Seeds.Length,
                group.Protocol.Trials(group.Condition)
            )),
        ];
    }

    /// <summary>What is played from every seed, in the order of the tables.</summary>
    public ImmutableArray<RoomGroup> Groups { get; }

    /// <summary>How far each group has come, in trials; may be read while they are played.</summary>
    public IReadOnlyList<GroupProgress> Progress => [.. _progress, .. _runs.Progress];

    /// <summary>How many runs of agents there are.</summary>
    public int RunCount => _runs.RunCount;

    /// <summary>How many of them are finished and kept.</summary>
    public int FinishedCount => _runs.FinishedCount;

    /// <summary>The groups of a configuration, in the order of the tables.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ArgumentException">A learner or condition is not known.</exception>
    public static ImmutableArray<RoomGroup> GroupsOf(RoomStudyConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        RoomProtocol[] protocols = [RoomProtocol.OfPeople, RoomProtocol.OfLearning(configuration.Iterations)];
        return
        [
            .. from protocol in protocols
            from learner in configuration.Learners.Select(RoomLearner.Find)
            where learner.IsAgent || protocol == RoomProtocol.OfPeople
            from name in configuration.Conditions
            select new RoomGroup(
                learner,
                protocol,
                RoomCondition.All.FirstOrDefault(condition => condition.Name == name)
                    ?? throw new ArgumentException($"There is no condition '{name}'.", nameof(configuration))
            ),
        ];
    }

    /// <summary>Plays what is not finished yet; the runs of agents are kept, the others take a moment.</summary>
    /// <param name="options">How they are played. It changes no result.</param>
    /// <param name="cancellation">Stops between two trials, or two steps of agents; what those played is kept.</param>
    /// <returns>What came of each group, in their order.</returns>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<RoomSummary> Run(RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        RoomCourse[][] courses = PlayOthers(options.Jobs, cancellation);
        IReadOnlyList<TrainingSummary> runs = _runs.Run(options, cancellation);
        RoomSummary[] summaries =
        [
            .. _ofOthers.Zip(courses, (group, ofGroup) => new RoomSummary(group, [.. ofGroup])),
            .. _ofAgents.Zip(
                runs,
                (group, ofGroup) => new RoomSummary(group, [.. ofGroup.Runs.Select(run => RoomCourse.Of(group, run))])
            ),
        ];
        return [.. summaries.OrderBy(summary => Groups.IndexOf(summary.Group))];
    }

    private RoomCourse[][] PlayOthers(int jobs, CancellationToken cancellation)
    {
        ImmutableArray<ulong> seeds = _directory.Seeds;
        RoomCourse[][] courses = [.. _ofOthers.Select(_ => new RoomCourse[seeds.Length])];
        (int Group, int Seed)[] places =
        [
            .. from place in Enumerable.Range(0, _ofOthers.Length)
            from seed in Enumerable.Range(0, seeds.Length)
            select (place, seed),
        ];
        RunScheduler.Execute(
            places,
            jobs,
            (place, stop) =>
            {
                GroupProgress progress = _progress[place.Group];
                RunProgress run = progress.RunStarted();
                courses[place.Group][place.Seed] = RoomCourse.Play(
                    _ofOthers[place.Group],
                    seeds[place.Seed],
                    () => run.Advanced(1),
                    stop
                );
                progress.RunFinished();
            },
            cancellation
        );
        return courses;
    }
}
