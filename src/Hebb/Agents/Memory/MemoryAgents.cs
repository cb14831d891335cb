using Hebb.Memory;

namespace Hebb.Agents.Memory;

/// <summary>The agents of the catalogue that have memories.</summary>
internal static class MemoryAgents
{
    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        AgentEntry.Of(
            "memory-ep",
            "Memory EP (free energy)",
            "free energies over latches, a reservoir and learned gates; local traces and a linear critic",
            task => Settings(task, MemorySettings.All),
            (task, settings) => new MemoryAgent(task, settings)
        ),
        AgentEntry.Of(
            "gates-ep",
            "Gates EP (free energy)",
            "free energies over learned gated units alone; local traces and a linear critic",
            task => Settings(task, new MemorySettings { Gates = new GateSettings() }),
            (task, settings) => new MemoryAgent(task, settings)
        ),
    ];

    private static MemoryAgentSettings Settings(AgentTask task, MemorySettings memory) =>
        new() { Options = new OnlineOptions { AnnealingSteps = task.Steps }, Memory = memory };
}
