namespace Hebb.Lab.Studies.Memory;

/// <summary>The learners of the study.</summary>
internal static class MemoryLearners
{
    private const string Memory = "memory-ep";

    private static readonly (string Path, JsonNode? Value) NoLatches = ("agent.memory.latches", null);
    private static readonly (string Path, JsonNode? Value) NoReservoir = ("agent.memory.reservoir", null);
    private static readonly (string Path, JsonNode? Value) NoGates = ("agent.memory.gates", null);

    /// <summary>All of them, in the order of the tables.</summary>
    public static ImmutableArray<MemoryLearner> All { get; } =
    [
        new("memory-ep", "latches, reservoir and learned gates: one setting for all tasks", Memory, [])
        {
            PlaysAll = true,
            IsOpened = true,
        },
        new("no-latches", "the same without latches", Memory, [NoLatches]),
        new("no-reservoir", "the same without the reservoir", Memory, [NoReservoir]),
        new("no-gates", "the same without gates", Memory, [NoGates]),
        new("frozen-gates", "the same with gates that do not learn", Memory, [("agent.memory.gates.learns", false)]),
        new("no-memory", "the same without any memory", Memory, [NoLatches, NoReservoir, NoGates]) { PlaysAll = true },
        new("gates-ep", "learned gates alone", "gates-ep", []),
        new("latches", "latches alone", Memory, [NoReservoir, NoGates]),
        new("reservoir", "the reservoir alone", Memory, [NoLatches, NoGates]),
        new(
            "traces",
            "decaying sums of the observation alone",
            Memory,
            [NoLatches, NoReservoir, NoGates, ("agent.memory.traces", new JsonObject())]
        ),
        new(
            "context",
            "the last equilibrium alone",
            Memory,
            [NoLatches, NoReservoir, NoGates, ("agent.memory.context", new JsonObject())]
        ),
        new(
            "reward-ep",
            "reward-ep with a reservoir of 32 units as input: no critic",
            "reward-ep",
            [("agent.memory.reservoir.units", 32)]
        )
        {
            Tuned = ["cart-pole-positions", "cart-pole-velocities"],
        },
        ThroughTime("gru", "32 gated recurrent units, advantage actor-critic by backprop through time") with
        {
            PlaysAll = true,
        },
        ThroughTime("lstm", "32 long short-term memory units, the same"),
        new("rflo", "32 recurrent units by random-feedback local online learning", "rflo", []) { PlaysAll = true },
        new("rtrl", "32 recurrent units by exact real-time recurrent learning", "rtrl", []),
        new("reward-signal", "memory-ep by the reward alone, with no critic", Memory, [("agent.signal", "reward")]),
    ];

    // It gets ten times the steps, and windows longer than most tasks: the best of six settings for three of the tasks.
    private static MemoryLearner ThroughTime(string name, string title) =>
        new(name, title, name, [("agent.rolloutSteps", 128)]) { Pace = 10 };
}
