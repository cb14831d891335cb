namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>What rooms a learner is trained in and then tested in; without training, a baseline.</summary>
/// <param name="Training">The scenario of the rooms with three levers that come first; null for none.</param>
/// <param name="Test">The scenario of the rooms with four levers.</param>
public sealed record RoomCondition(string? Training, string Test)
{
    private const int RoomsOfTraining = 6;
    private const int RoomsOfTest = 5;

    /// <summary>All of them: the baselines, then those of transfer.</summary>
    public static ImmutableArray<RoomCondition> All { get; } =
    [
        new(Training: null, "CC4"),
        new(Training: null, "CE4"),
        new("CC3", "CC4"),
        new("CE3", "CC4"),
        new("CE3", "CE4"),
        new("CC3", "CE4"),
    ];

    /// <summary>Its name, such as <c>CE3-CC4</c>.</summary>
    public string Name => Training is null ? Test : $"{Training}-{Test}";

    /// <summary>The name of its environment.</summary>
    public string Environment => $"OpenLock-{Name}-v0";

    /// <summary>The rooms that training goes through.</summary>
    public int TrainingRooms => Training is null ? 0 : RoomsOfTraining;

    /// <summary>The rooms that are tested in.</summary>
    public int TestRooms { get; } = RoomsOfTest;

    /// <summary>Whether training and test have the same causal structure.</summary>
    public bool IsCongruent => Training?[..2] == Test[..2];
}
