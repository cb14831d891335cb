namespace Hebb.Lab.Studies.Memory;

/// <summary>The tasks of the study. Their lengths, budgets and thresholds were fixed before it was run.</summary>
internal static class MemoryTasks
{
    private const string TMaze = "T-maze";
    private const string Chain = "MemoryLength";

    /// <summary>All of them, in the order of the tables.</summary>
    public static ImmutableArray<MemoryTask> All { get; } =
    [
        Maze(5, 20_000),
        Maze(10, 20_000),
        Maze(20, 30_000),
        Maze(50, 75_000) with
        {
            IsKey = true,
        },
        Maze(100, 150_000),
        Of(Chain, 2, 20_000),
        Of(Chain, 4, 20_000),
        Of(Chain, 8, 20_000),
        Of(Chain, 16, 20_000),
        Of(Chain, 30, 30_000),
        Of(Chain, 64, 60_000),
        Of(Chain, 100, 80_000) with
        {
            IsKey = true,
        },
        Of(Chain, 128, 100_000),
        Answered("memory-size-5", "MemorySize-v0", [("bits", 5)], 60_000),
        Answered("repeat-previous-16", "RepeatPrevious-v0", [("k", 4), ("cardsPerSuit", 4)], 60_000) with
        {
            IsKey = true,
        },
        Answered("repeat-previous-52", "RepeatPrevious-v0", [("k", 4)], 80_000),
        Answered("repeat-first-52", "RepeatFirst-v0", [], 60_000),
        Answered("autoencode-12", "Autoencode-v0", [("cardsPerSuit", 3)], 100_000),
        Answered("flagged-recall-20", "FlaggedRecall-v0", [("length", 20)], 120_000) with
        {
            IsKey = true,
        },
        Answered("associative-recall-3", "AssociativeRecall-v0", [], 100_000),
        Answered("delayed-match-10", "DelayedMatch-v0", [], 100_000) with
        {
            IsKey = true,
        },
        Pole("cart-pole-positions", "CartPolePositions-v1"),
        Pole("cart-pole-velocities", "CartPoleVelocities-v1"),
        new("deep-sea-8", "DeepSea-v0", [], 60_000, "", 0, 0, 0.99) { Evaluation = 20 },
    ];

    private static MemoryTask Maze(int length, long steps) =>
        new(
            FormattableString.Invariant($"t-maze-{length}"),
            "TMaze-v0",
            [("length", length)],
            steps,
            TMaze,
            length,
            -0.1,
            4
        );

    private static MemoryTask Of(string family, int length, long steps) =>
        Answered(
            FormattableString.Invariant($"memory-length-{length}"),
            "MemoryLength-v0",
            [("length", length)],
            steps
        ) with
        {
            Family = family,
            Length = length,
        };

    private static MemoryTask Answered(
        string name,
        string environment,
        ImmutableArray<(string Path, JsonNode Value)> options,
        long steps
    ) => new(name, environment, options, steps, "", 0, -1, 1);

    private static MemoryTask Pole(string name, string environment) =>
        new(name, environment, [], 500_000, "", 0, 0, 500) { Evaluation = 20 };
}
