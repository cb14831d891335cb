using System.ComponentModel.DataAnnotations;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.OpenLock.Trials;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The options of the study: who plays in which rooms, how often and from which seeds.</summary>
internal sealed record RoomStudyOptions : StudyOptions
{
    /// <summary>The learners, in the order of the tables.</summary>
    [StudyOption(Noun = "learner")]
    public IReadOnlyList<RoomLearner> Learners { get; init; } = RoomLearner.All;

    /// <summary>The conditions, in the order of the tables.</summary>
    [StudyOption(Noun = "condition")]
    public IReadOnlyList<RoomCondition> Conditions { get; init; } = RoomCondition.All;

    /// <summary>How often agents go through all rooms; at least 1.</summary>
    [StudyOption(
        Description = "How often agents go through all rooms, in training and in the test.",
        IsAlwaysPrinted = true
    )]
    [Range(1, 100_000)]
    public int Iterations { get; init; } = RoomProtocol.PublishedIterations;

    /// <summary>The seeds; by default none that settings were chosen on.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = SeedSet.Range(0, 19);
}
