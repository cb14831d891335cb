using Hebb.Agents.OpenLock;
using Hebb.Lab.Studies.OpenLock.Trials;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>A learner of the study: an agent of the catalogue with settings, or one that plays trial by trial.</summary>
/// <param name="Name">Its name on the command line and in tables.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Agent">The name of the agent; empty for one that plays trial by trial.</param>
/// <param name="Settings">What is other than tuned, by full paths.</param>
public sealed record RoomPlayer(
    string Name,
    string Title,
    string Agent,
    ImmutableArray<(string Path, JsonNode? Value)> Settings
)
{
    /// <summary>Makes one that plays trial by trial of a seed; null for an agent.</summary>
    public Func<ulong, IRoomLearner>? Create { get; init; }

    /// <summary>Whether it plays trainings that end after a number of rooms.</summary>
    public bool CountsRooms { get; init; }

    /// <summary>Whether it plays other trainings; of those in known rooms and in rows too.</summary>
    public bool CountsSteps { get; init; } = true;

    /// <summary>All of them, in the order of the tables.</summary>
    public static ImmutableArray<RoomPlayer> All { get; } =
    [
        new("recall-ep", "recall of each action, levers as objects", "recall-ep", []) { CountsRooms = true },
        new(
            "recall-flat",
            "recall of each action, the room observed as it is",
            "recall-ep",
            [("agent.recall.view", "flat"), ("agent.recall.tellsActionsApart", true)]
        ),
        new(
            "recall-gates",
            "recall-ep with eight gated units per action that learn what to keep, in place of the designed outcomes",
            "recall-ep",
            [
                ("agent.recall.gates.units", 8),
                ("agent.recall.gates.leastBias", 3),
                ("agent.recall.gates.greatestBias", 6),
            ]
        ),
        new(
            "no-recall",
            "recall-ep that writes nothing: the same without memory",
            "recall-ep",
            [("agent.recall.writes", false)]
        ),
        new("memory-ep", "latches, reservoir and gates", "memory-ep", [("agent.rewardScale", 1.0 / 60)]),
        Others("causal", countsRooms: true),
        Others("pruning-grey", countsRooms: false),
        Others("pruning", countsRooms: false),
    ];

    /// <summary>Whether it plays a training.</summary>
    public bool Plays(RoomTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return training.Rooms is null
            ? CountsSteps
            : CountsRooms || (Create is not null && training.Rooms == RoomTraining.FewestRooms);
    }

    private static RoomPlayer Others(string name, bool countsRooms)
    {
        RoomLearner learner = RoomLearner.All.First(one => one.Name == name);
        return new RoomPlayer(name, learner.Title, "", [])
        {
            Create = learner.Create,
            CountsRooms = countsRooms,
            CountsSteps = false,
        };
    }
}
