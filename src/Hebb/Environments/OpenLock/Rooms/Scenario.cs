namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>
/// How the levers of a room lock each other, described by roles l0, l1, ... that a trial assigns to positions. Some levers are gated: they
/// move only while a key lever is pushed, and stay as they are when it is not. The door is unlocked while one of its own
/// levers is pushed.
/// </summary>
/// <remarks>
/// In a delayed scenario nothing is locked again: a key lever that moves frees the gated levers for the second action after
/// its own, and a lever of the door that moves unlocks the door for the next action.
/// </remarks>
public sealed record Scenario
{
    /// <summary>The name, such as <c>CC3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What causes what, in a few words.</summary>
    public required string Description { get; init; }

    /// <summary>How many levers have a role; the others of a room never move.</summary>
    public required int LeverCount { get; init; }

    /// <summary>The roles of levers that are locked at first, a bit each.</summary>
    public required int Gated { get; init; }

    /// <summary>The roles of levers that free the gated ones, a bit each.</summary>
    public required int Keys { get; init; }

    /// <summary>The roles of levers that unlock the door, a bit each.</summary>
    public required int DoorKeys { get; init; }

    /// <summary>Whether locks open some actions later, and for good.</summary>
    public bool IsDelayed { get; init; }

    /// <summary>The actions of an attempt.</summary>
    public int ActionsPerAttempt { get; init; } = 3;

    /// <summary>The pairs of roles (first lever, second lever) that solve it, in upstream's order; a second of -1 stands for none.</summary>
    public required ImmutableArray<(int First, int Second)> Chains { get; init; }

    /// <summary>Every scenario, in the order in which they are shown.</summary>
    public static ImmutableArray<Scenario> All { get; } =
    [
        CommonCause(3),
        CommonCause(4),
        CommonEffect(3),
        CommonEffect(4),
        Delayed(CommonCause(3)),
        Delayed(CommonCause(4)),
        DelayedEffect(3),
        DelayedEffect(4),
        new()
        {
            Name = "TwoStep",
            Description = "one lever unlocks the door, another one does nothing",
            LeverCount = 2,
            Gated = 0,
            Keys = 0,
            DoorKeys = 0b01,
            ActionsPerAttempt = 2,
            Chains = [(0, -1)],
        },
    ];

    /// <summary>Scenarios with more levers than the original has: they have no rooms of their own, but random ones.</summary>
    public static ImmutableArray<Scenario> Larger { get; } =
    [CommonCause(5), CommonCause(6), CommonCause(7), CommonEffect(5), CommonEffect(6), CommonEffect(7)];

    /// <summary>The names of all scenarios, in the same order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(scenario => scenario.Name)];

    /// <summary>The scenario of a name.</summary>
    /// <param name="name">A name of <see cref="Names"/>, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    public static Scenario Find(string name) =>
        All.FirstOrDefault(scenario => string.Equals(scenario.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException(
            $"There is no scenario '{name}'; known are {string.Join(", ", Names)}.",
            nameof(name)
        );

    private static Scenario CommonCause(int levers) =>
        new()
        {
            Name = $"CC{levers}",
            Description = "common cause: one lever frees the others, and any of those unlocks the door",
            LeverCount = levers,
            Gated = AllBut(levers, 0),
            Keys = 0b1,
            DoorKeys = AllBut(levers, 0),
            Chains = [.. Enumerable.Range(1, levers - 1).Select(second => (0, second))],
        };

    private static Scenario CommonEffect(int levers)
    {
        var causes = Enumerable.Range(1, levers - 1);
        return new()
        {
            Name = $"CE{levers}",
            Description = "common effect: any of the others frees one lever, and that one unlocks the door",
            LeverCount = levers,
            Gated = 0b1,
            Keys = AllBut(levers, 0),
            DoorKeys = 0b1,

            // Upstream lists the solutions of CE3 from its last lever on, those of CE4 from its first.
            Chains = [.. (levers == 3 ? causes.Reverse() : causes).Select(first => (first, 0))],
        };
    }

    private static Scenario Delayed(Scenario scenario) =>
        scenario with
        {
            Name = scenario.Name + "D",
            Description = scenario.Description + "; each with a delay, and for good",
            IsDelayed = true,
            ActionsPerAttempt = 4,
        };

    // The effect is the last lever here, not l0.
    private static Scenario DelayedEffect(int levers)
    {
        var effect = levers - 1;
        return Delayed(CommonEffect(levers)) with
        {
            Gated = 1 << effect,
            Keys = AllBut(levers, effect),
            DoorKeys = 1 << effect,
            Chains = [.. Enumerable.Range(0, effect).Select(first => (first, effect))],
        };
    }

    private static int AllBut(int levers, int role) => ((1 << levers) - 1) & ~(1 << role);
}
