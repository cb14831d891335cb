using Hebb.Agents;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A comparison of some agents that differ in one thing at a time.</summary>
/// <param name="Name">The name on the command line and in files.</param>
internal abstract record AblationSeries(string Name, string Title)
{
    /// <summary>The agents that it takes, each once, in the order of its tables.</summary>
    public abstract ImmutableArray<AgentEntry> Agents { get; }
}

/// <summary>A study that is shown as rows: the steps of a ladder from top to bottom, or an agent and what it is without one part.</summary>
/// <param name="Name">The name on the command line and in files.</param>
/// <param name="Rows">The agents, in their order.</param>
internal sealed record RowsStudy(string Name, string Title, ImmutableArray<AgentEntry> Rows)
    : AblationSeries(Name, Title)
{
    /// <summary>Whether each row has what the one above has and one thing more, rather than one thing less than the first.</summary>
    public bool IsLadder { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<AgentEntry> Agents => Rows;
}

/// <summary>A study that is shown as small panels: in each one number of an agent is varied, all others as they are.</summary>
/// <param name="Name">The name on the command line and in files.</param>
internal sealed record SensitivityStudy(string Name, string Title, ImmutableArray<SensitivityAxis> Axes)
    : AblationSeries(Name, Title)
{
    /// <inheritdoc/>
    public override ImmutableArray<AgentEntry> Agents =>
        [
            .. Axes.SelectMany(axis => axis.Points)
                .Select(point => point.Agent)
                .DistinctBy(agent => agent.Name, StringComparer.Ordinal),
        ];
}

/// <summary>One number of an agent at several values.</summary>
/// <param name="Title">What the number is.</param>
/// <param name="Standard">The value that the agent has otherwise; one of the points.</param>
/// <param name="Points">The values in rising order, each with its agent.</param>
internal sealed record SensitivityAxis(string Title, double Standard, ImmutableArray<SensitivityPoint> Points);

/// <summary>A value of a number, and the agent that has it.</summary>
public sealed record SensitivityPoint(double Value, AgentEntry Agent);
