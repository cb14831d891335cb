using Hebb.Agents.Approximators;
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
        AgentEntry.Of(
            "recall-ep",
            "Recall EP (free energy)",
            "free energies over what each action led to before in the episode; local traces and a linear critic",
            Recalling,
            (task, settings) => new MemoryAgent(task, settings)
        ),
    ];

    private static MemoryAgentSettings Settings(AgentTask task, MemorySettings memory) =>
        new()
        {
            Options = new OnlineOptions { AnnealingSteps = task.Steps },
            Memory = memory,
        };

    // Rooms of levers as objects, where they are observed well enough; what is learned of one lever then serves all.
    private static MemoryAgentSettings Recalling(AgentTask task)
    {
        var areLevers = LeverView.IsFor(task);
        return new()
        {
            Options = new OnlineOptions
            {
                LearningRate = 0.06,
                RewardScale = areLevers ? 1.0 / 60 : 1,
                Discount = 0.9,
                TraceDecay = 0.9,
                EntropyBonus = 0.01,
                CriticRate = 0.2,
                NormalisesErrors = false,
                AnnealingSteps = task.Steps,
            },
            Network = new FreeEnergyShape
            {
                Start = new FreeEnergyStart { ActionBound = 0.3, BiasBound = 0.5 },
            },
            Memory = new MemorySettings(),
            Recall = new RecallSettings
            {
                View = areLevers ? RecallView.Levers : RecallView.Flat,
                TellsActionsApart = !areLevers,
            },
        };
    }
}
