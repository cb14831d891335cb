using System.ComponentModel.DataAnnotations;
using Hebb.Lab.Configurations;

namespace Hebb.Lab.Studies.Memory;

/// <summary>The options of the study: who learns what, for how long and from which seeds.</summary>
internal sealed record MemoryStudyOptions : StudyOptions
{
    /// <summary>The learners, in the order of the tables.</summary>
    [StudyOption(Noun = "learner")]
    public IReadOnlyList<MemoryLearner> Learners { get; init; } = MemoryLearners.All;

    /// <summary>The tasks, in the order of the tables.</summary>
    [StudyOption(Noun = "task")]
    public IReadOnlyList<MemoryTask> Tasks { get; init; } = MemoryTasks.All;

    /// <summary>The seeds; by default none that settings were chosen on.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = SeedSet.Range(3000, 3019);

    /// <summary>The environment steps of every run, at least 1; null for the budgets.</summary>
    [StudyOption(
        Description = "The environment steps of training in every run; by default the budget of its task and learner."
    )]
    [Range(1, 1e12)]
    public long? Steps { get; init; }

    /// <summary>Who learns what.</summary>
    public ImmutableArray<MemoryGroup> Groups =>
        [
            .. from task in Tasks
            from learner in Learners
            where learner.Plays(task)
            select new MemoryGroup(task, learner, Steps ?? (task.Steps * learner.Pace)),
        ];
}
