using Hebb.Settings;

namespace Hebb.Memory;

/// <summary>The memories of an agent, any of them or none: they are read side by side, after the observation.</summary>
public sealed record MemorySettings : ISettings
{
    /// <summary>Bistable units, which keep the first strong input of an episode; null for none.</summary>
    public LatchSettings? Latches { get; init; }

    /// <summary>An orthogonal reservoir, which keeps the last observations; null for none.</summary>
    public ReservoirSettings? Reservoir { get; init; }

    /// <summary>Running means of the observation; null for none.</summary>
    public ObservationTraceSettings? Traces { get; init; }

    /// <summary>Units that learn what to keep; null for none.</summary>
    public GateSettings? Gates { get; init; }

    /// <summary>Units that remember where the network settled; null for none.</summary>
    public ContextSettings? Context { get; init; }

    /// <summary>Latches, reservoir and gates: the one setting for all tasks.</summary>
    public static MemorySettings All { get; } =
        new()
        {
            Latches = new LatchSettings(),
            Reservoir = new ReservoirSettings(),
            Gates = new GateSettings(),
        };
}
