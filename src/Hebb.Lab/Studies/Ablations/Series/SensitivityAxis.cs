using System.Collections.Immutable;
using Hebb.Agents;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>One number of an agent at several values.</summary>
/// <param name="Title">What the number is.</param>
/// <param name="Standard">The value that the agent has otherwise; one of the points.</param>
/// <param name="Points">The values in rising order, each with its agent.</param>
public sealed record SensitivityAxis(string Title, double Standard, ImmutableArray<SensitivityPoint> Points);

/// <summary>A value of a number, and the agent that has it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Agent">The agent.</param>
public sealed record SensitivityPoint(double Value, AgentEntry Agent);
