using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>Rooms that agents are trained in, and those that they are then tested in.</summary>
/// <param name="Name">Its name on the command line and in tables.</param>
/// <param name="Title">For people.</param>
/// <param name="Environment">The name of the environment.</param>
/// <param name="Options">What is other than usual in it, by paths below <c>environment.options</c>.</param>
/// <param name="Tests">The tests.</param>
public sealed record RoomTraining(
    string Name,
    string Title,
    string Environment,
    ImmutableArray<(string Path, JsonNode Value)> Options,
    ImmutableArray<RoomTest> Tests
)
{
    private static readonly ImmutableArray<RoomTest> FourLevers = [RoomTest.Official("CC4"), RoomTest.Official("CE4")];

    /// <summary>The scenario of official rooms; null for random ones and rows.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The rooms of the shortest training that ends after rooms.</summary>
    public const int FewestRooms = 10;

    /// <summary>The rooms that it ends after; null where it ends after steps.</summary>
    public int? Rooms { get; init; }

    /// <summary>The steps that it ends after, where it does not end after rooms.</summary>
    public long Steps { get; init; } = 100_000;

    // Trials with all that an agent can be shown of them.
    private static ImmutableArray<(string Path, JsonNode Value)> Trials { get; } =
    [("episode", "trial"), ("attemptLimit", RoomTest.AttemptLimit), ("observesStep", true), ("observesFound", true)];

    /// <summary>All of them, in the order of the tables.</summary>
    public static ImmutableArray<RoomTraining> All { get; } =
    [
        Known("CC4"),
        Known("CE4"),
        Random("random-3", "random rooms of three levers", []) with
        {
            Tests = [.. FourLevers, RoomTest.Larger("CC7"), RoomTest.Larger("CE7")],
        },
        Random(
            "random-3-4",
            "random rooms of three and four levers, official ones held out",
            [("scenarios", new JsonArray("CC3", "CE3", "CC4", "CE4"))]
        ) with
        {
            Tests = [.. FourLevers, RoomTest.Larger("CC7"), RoomTest.Larger("CE7")],
        },
        Transfer("CC3"),
        Transfer("CE3"),
        .. new[] { FewestRooms, 30, 60, 100, 300, 1000 }.Select(After),
        new(
            "rows",
            "rows of two to four steps",
            "OpenLock-Row-v0",
            [],
            [RoomTest.Row(5), RoomTest.Row(6), RoomTest.Row(7), RoomTest.Row(8)]
        ),
    ];

    private static RoomTraining Known(string scenario) =>
        new(
            $"known-{scenario.ToLowerInvariant()}",
            $"the official rooms of {scenario}",
            $"OpenLock-{scenario}-v0",
            Trials,
            [RoomTest.Official(scenario)]
        )
        {
            Scenario = Find(scenario),
        };

    private static Scenario Find(string name) => Environments.OpenLock.Rooms.Scenario.Find(name);

    /// <summary>The rooms of three levers that learners which play trial by trial are trained in.</summary>
    public RoomSequence Draw() =>
        new(
            Scenario is { } known
                ? new OpenLockOptions { Scenario = known }
                : new OpenLockOptions { Scenarios = [Find("CC3"), Find("CE3")], HoldsOutOfficial = true }
        );

    // As long as the published learners were trained before a transfer.
    private static RoomTraining Transfer(string scenario) =>
        Known(scenario) with
        {
            Title = $"the official rooms of {scenario}, 1,200 trials",
            Tests = FourLevers,
            Rooms = 1200,
        };

    private static RoomTraining Random(
        string name,
        string title,
        ImmutableArray<(string Path, JsonNode Value)> options
    ) => new(name, title, "OpenLock-Random-v0", [.. Trials, .. options], FourLevers);

    private static RoomTraining After(int rooms) =>
        Random(
            FormattableString.Invariant($"rooms-{rooms}"),
            FormattableString.Invariant($"{rooms} random rooms of three levers"),
            []
        ) with
        {
            Rooms = rooms,
        };
}
