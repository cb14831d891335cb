using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Memory;

/// <summary>The runs of the study, <c>runs/TASK/LEARNER/seed-N</c>.</summary>
internal sealed class MemoryExperiment
{
    private readonly ImmutableArray<MemoryGroup> _groups;
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

        _runs = new TrainingExperiment(
            [.. plans.Keys],
            directory.Configuration.Seeds.Values,
            (plan, seed) =>
                directory.PathOf("runs", plans[plan].Task.Name, plans[plan].Learner.Name, RunFolder.NameOf(seed)),
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
        [.. _groups.Zip(_runs.Run(options, cancellation), (group, runs) => new MemoryFinding(group, runs.Runs))];
}
