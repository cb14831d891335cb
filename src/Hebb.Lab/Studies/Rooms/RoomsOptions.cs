using Hebb.Lab.Configurations;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>The options of the study: who is trained in which rooms, and from which seeds.</summary>
internal sealed record RoomsOptions : StudyOptions
{
    /// <summary>The learners, in the order of the tables.</summary>
    [StudyOption(Noun = "learner")]
    public IReadOnlyList<RoomPlayer> Learners { get; init; } = RoomPlayer.All;

    /// <summary>The trainings, in the order of the tables.</summary>
    [StudyOption(Noun = "training")]
    public IReadOnlyList<RoomTraining> Trainings { get; init; } = RoomTraining.All;

    /// <summary>The seeds; by default none that settings were chosen on.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = SeedSet.Range(3000, 3019);

    /// <summary>The environment steps of trainings that end after steps, at least 1; null for the usual.</summary>
    [StudyOption(Description = "The environment steps of every training that ends after steps; by default 100,000.")]
    [System.ComponentModel.DataAnnotations.Range(1, 1e12)]
    public long? Steps { get; init; }

    /// <summary>Who is trained in what.</summary>
    public ImmutableArray<RoomsGroup> Groups =>
        [
            .. from training in Trainings
            from learner in Learners
            where learner.Plays(training)
            select new RoomsGroup(training, learner, Steps ?? training.Steps),
        ];
}
