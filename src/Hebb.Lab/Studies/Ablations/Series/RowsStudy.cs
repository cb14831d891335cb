using System.Collections.Immutable;
using Hebb.Agents;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A study that is shown as rows: the steps of a ladder from top to bottom, or an agent and what it is without one part.</summary>
/// <param name="Name">The name on the command line and in files.</param>
/// <param name="Title">The title in tables and pictures.</param>
/// <param name="Rows">The agents, in their order.</param>
public sealed record RowsStudy(string Name, string Title, ImmutableArray<AgentEntry> Rows) : AblationSeries(Name, Title)
{
    /// <summary>Whether each row has what the one above has and one thing more, rather than one thing less than the first.</summary>
    public bool IsLadder { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<AgentEntry> Agents => Rows;
}
