using Hebb.Agents.Memory;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>The runs of the study, <c>runs/TRAINING/LEARNER/seed-N</c>, and the tests of their agents.</summary>
internal sealed class RoomsExperiment
{
    private readonly ConfiguredDirectory<RoomsOptions> _directory;
    private readonly ImmutableArray<ulong> _seeds;
    private readonly ImmutableArray<RoomsGroup> _agents;
    private readonly ImmutableArray<RoomsGroup> _others;
    private readonly TrainingExperiment _runs;

    /// <summary>Prepares the runs, and finds out which of them are already done.</summary>
    /// <param name="directory">Where they are kept, with their configuration.</param>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public RoomsExperiment(ConfiguredDirectory<RoomsOptions> directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        _seeds = directory.Configuration.Seeds.Values;
        _agents = [.. directory.Configuration.Groups.Where(group => group.Learner.Create is null)];
        _others = [.. directory.Configuration.Groups.Where(group => group.Learner.Create is not null)];
        Dictionary<AgentPlan, RoomsGroup> plans = new(ReferenceEqualityComparer.Instance);
        foreach (RoomsGroup group in _agents)
        {
            plans.Add(group.Plan(), group);
        }

        _runs = new TrainingExperiment(
            [.. plans.Keys],
            _seeds,
            (plan, seed) => FolderOf(plans[plan], seed),
            plan => plans[plan].Name
        );
    }

    /// <summary>The progress of all.</summary>
    public WorkProgress Progress => _runs.ProgressOf("training and learner", "steps or rooms");

    /// <summary>Plays what is not finished yet, then tests every agent as it is at the end of its run.</summary>
    /// <param name="options">How they are played. It changes no result.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; the runs are kept.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<RoomsFinding> Run(RunOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<TrainingSummary> runs = _runs.Run(options, cancellation);
        var findings = new List<RoomsFinding>();
        foreach ((RoomsGroup group, TrainingSummary summary) in _agents.Zip(runs))
        {
            findings.AddRange(Tested(group, summary, options.Jobs, cancellation));
        }

        foreach (RoomsGroup group in _others)
        {
            findings.AddRange(Played(group, options.Jobs, cancellation));
        }

        ImmutableArray<RoomsGroup> order = _directory.Configuration.Groups;
        return [.. findings.OrderBy(finding => order.IndexOf(finding.Group))];
    }

    private string FolderOf(RoomsGroup group, ulong seed) =>
        _directory.PathOf("runs", group.Training.Name, group.Learner.Name, RunFolder.NameOf(seed));

    private IEnumerable<RoomsFinding> Tested(
        RoomsGroup group,
        TrainingSummary summary,
        int jobs,
        CancellationToken cancellation
    )
    {
        var results = new (double Attempts, double Solved)[_seeds.Length][];
        int? bytes = null;
        RunScheduler.Execute(
            [.. Enumerable.Range(0, _seeds.Length)],
            jobs,
            (place, stop) =>
            {
                var kept = KeptAgent.Open(FolderOf(group, _seeds[place]));
                results[place] =
                [
                    .. group.Training.Tests.Select(test =>
                    {
                        stop.ThrowIfCancellationRequested();
                        return test.Of(kept.Agent, _seeds[place]);
                    }),
                ];
                bytes = (kept.Agent as MemoryAgent)?.ContentBytes;
            },
            cancellation
        );
        return Findings(group, results, bytes, summary.MicrosecondsPerStep);
    }

    private IEnumerable<RoomsFinding> Played(RoomsGroup group, int jobs, CancellationToken cancellation)
    {
        var results = new (double Attempts, double Solved)[_seeds.Length][];
        RunScheduler.Execute(
            [.. Enumerable.Range(0, _seeds.Length)],
            jobs,
            (place, stop) => results[place] = [.. group.Play(_seeds[place], stop)],
            cancellation
        );
        return Findings(group, results, bytes: null, microseconds: null);
    }

    private static IEnumerable<RoomsFinding> Findings(
        RoomsGroup group,
        (double Attempts, double Solved)[][] results,
        int? bytes,
        double? microseconds
    ) =>
        group.Training.Tests.Select(
            (test, place) =>
                new RoomsFinding(
                    group,
                    test,
                    [.. results.Select(run => run[place].Attempts)],
                    [.. results.Select(run => run[place].Solved)],
                    bytes,
                    microseconds
                )
        );
}
