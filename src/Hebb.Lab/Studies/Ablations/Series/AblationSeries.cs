using System.Collections.Immutable;
using Hebb.Agents;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A question that is put to some agents, which differ in one thing at a time.</summary>
/// <param name="Name">The name on the command line and in files.</param>
/// <param name="Title">The title in tables and pictures.</param>
public abstract record AblationSeries(string Name, string Title)
{
    /// <summary>The agents that it takes, each once, in the order of its tables.</summary>
    public abstract ImmutableArray<AgentEntry> Agents { get; }
}
