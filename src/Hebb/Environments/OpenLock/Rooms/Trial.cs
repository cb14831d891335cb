namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>One room's arrangement: which position has which role.</summary>
/// <param name="Name">Its name: <c>1</c> to <c>11</c>, or that of a small room.</param>
/// <param name="Levers">The positions of l0, l1, ...: the active levers, which are grey.</param>
/// <param name="Inactive">The positions of the levers that never move, which are white, in their order.</param>
public sealed record Trial(string Name, ImmutableArray<LeverPosition> Levers, ImmutableArray<LeverPosition> Inactive)
{
    /// <summary>Every trial: 1 to 6 with three active levers, 7 to 11 with four, then the small rooms.</summary>
    public static ImmutableArray<Trial> All { get; } =
    [
        Full("1", LeverPosition.UpperRight, LeverPosition.LowerLeft, LeverPosition.UpperLeft),
        Full("2", LeverPosition.Left, LeverPosition.Lower, LeverPosition.Upper),
        Full("3", LeverPosition.LowerRight, LeverPosition.UpperLeft, LeverPosition.LowerLeft),
        Full("4", LeverPosition.UpperRight, LeverPosition.UpperLeft, LeverPosition.Upper),
        Full("5", LeverPosition.Left, LeverPosition.LowerLeft, LeverPosition.UpperLeft),
        Full("6", LeverPosition.LowerRight, LeverPosition.Lower, LeverPosition.LowerLeft),
        Full("7", LeverPosition.LowerLeft, LeverPosition.UpperRight, LeverPosition.LowerRight, LeverPosition.UpperLeft),
        Full("8", LeverPosition.UpperRight, LeverPosition.Upper, LeverPosition.UpperLeft, LeverPosition.Left),
        Full("9", LeverPosition.UpperLeft, LeverPosition.Upper, LeverPosition.Left, LeverPosition.LowerLeft),
        Full("10", LeverPosition.LowerLeft, LeverPosition.UpperLeft, LeverPosition.Left, LeverPosition.Lower),
        Full("11", LeverPosition.LowerRight, LeverPosition.Left, LeverPosition.LowerLeft, LeverPosition.Lower),
        new(
            "simplified-1",
            [LeverPosition.UpperRight, LeverPosition.LowerLeft, LeverPosition.UpperLeft],
            [LeverPosition.LowerRight]
        ),
        new(
            "simplified-2",
            [LeverPosition.UpperRight, LeverPosition.LowerRight, LeverPosition.UpperLeft],
            [LeverPosition.LowerLeft]
        ),
        new(
            "simplified-3",
            [LeverPosition.LowerLeft, LeverPosition.LowerRight, LeverPosition.UpperLeft],
            [LeverPosition.UpperRight]
        ),
        new(
            "simplified-4",
            [LeverPosition.LowerLeft, LeverPosition.LowerRight, LeverPosition.UpperRight],
            [LeverPosition.UpperLeft]
        ),
        new("two-step-1", [LeverPosition.Upper, LeverPosition.Left], []),
    ];

    /// <summary>Whether every position has a lever: so in the rooms that trials are drawn from.</summary>
    public bool IsFull => Levers.Length + Inactive.Length == RoomAction.Positions;

    /// <summary>The trial of a name.</summary>
    /// <param name="name">The name, such as <c>7</c> or <c>simplified-1</c>.</param>
    /// <exception cref="ArgumentException">There is no such trial.</exception>
    public static Trial Find(string name) =>
        All.FirstOrDefault(trial => string.Equals(trial.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException(
            $"There is no trial '{name}'; known are {string.Join(", ", All.Select(trial => trial.Name))}.",
            nameof(name)
        );

    /// <summary>The trials with as many active levers as a scenario has roles, small rooms included.</summary>
    public static ImmutableArray<Trial> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. All.Where(trial => trial.Levers.Length == scenario.LeverCount)];
    }

    /// <summary>The trials that are drawn at random for a scenario: its full rooms, or where it has none its small ones.</summary>
    public static ImmutableArray<Trial> DrawnFor(Scenario scenario)
    {
        ImmutableArray<Trial> all = Of(scenario);
        ImmutableArray<Trial> full = [.. all.Where(trial => trial.IsFull)];
        return full.IsEmpty ? all : full;
    }

    private static Trial Full(string name, params ImmutableArray<LeverPosition> levers) =>
        new(name, levers, [.. Enum.GetValues<LeverPosition>().Except(levers)]);
}
