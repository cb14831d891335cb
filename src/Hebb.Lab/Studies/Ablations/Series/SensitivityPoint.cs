using Hebb.Agents;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A value of a number, and the agent that has it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Agent">The agent.</param>
public sealed record SensitivityPoint(double Value, AgentEntry Agent);
