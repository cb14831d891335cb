using Hebb.Agents.Memory;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Studies.Memory.Contents;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Memory;

/// <summary>The runs of the study, <c>runs/TASK/LEARNER/seed-N</c>.</summary>
internal sealed class MemoryExperiment
{
    private readonly ImmutableArray<MemoryGroup> _groups;
    private readonly ImmutableArray<ulong> _seeds;
    private readonly Func<MemoryGroup, ulong, string> _folderOf;
    private readonly TrainingExperiment _runs;

    /// <summary>Prepares the runs, and finds out which of them are already done.</summary>
    /// <param name="directory">Where they are kept, with their configuration.</param>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public MemoryExperiment(ConfiguredDirectory<MemoryStudyOptions> directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _groups = directory.Configuration.Groups;
        Dictionary<AgentPlan, MemoryGroup> plans = new(ReferenceEqualityComparer.Instance);
        foreach (MemoryGroup group in _groups)
        {
            plans.Add(group.Plan(), group);
        }

        _seeds = directory.Configuration.Seeds.Values;
        _folderOf = (group, seed) =>
            directory.PathOf("runs", group.Task.Name, group.Learner.Name, RunFolder.NameOf(seed));
        _runs = new TrainingExperiment(
            [.. plans.Keys],
            _seeds,
            (plan, seed) => _folderOf(plans[plan], seed),
            plan => plans[plan].Name
        );
    }

    /// <summary>The progress of all.</summary>
    public WorkProgress Progress => _runs.ProgressOf("task and learner", "steps");

    /// <summary>Plays what is not finished yet.</summary>
    /// <param name="options">How they are played. It changes no result.</param>
    /// <returns>What came of each group, in their order.</returns>
    /// <exception cref="OperationCanceledException">The runs were cancelled; what was played is kept.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public IReadOnlyList<MemoryFinding> Run(RunOptions options, CancellationToken cancellation) =>
        [
            .. _groups.Zip(
                _runs.Run(options, cancellation),
                (group, runs) =>
                    new MemoryFinding(group, runs.Runs)
                    {
                        Contents =
                            group.Learner.IsOpened && group.Task.IsKey ? Opened(group, options.Jobs, cancellation) : [],
                    }
            ),
        ];

    private ImmutableArray<IReadOnlyList<MemoryContent>> Opened(
        MemoryGroup group,
        int jobs,
        CancellationToken cancellation
    )
    {
        var contents = new IReadOnlyList<MemoryContent>[_seeds.Length];
        RunScheduler.Execute(
            [.. Enumerable.Range(0, _seeds.Length)],
            jobs,
            (place, stop) =>
            {
                stop.ThrowIfCancellationRequested();
                var kept = KeptAgent.Open(_folderOf(group, _seeds[place]));
                contents[place] = MemoryContent.Of(
                    (MemoryAgent)kept.Agent,
                    kept.Plan.CreateEnvironment,
                    group.Task.Score,
                    _seeds[place]
                );
            },
            cancellation
        );
        return [.. contents];
    }
}
