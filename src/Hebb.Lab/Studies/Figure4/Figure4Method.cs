using Hebb.Agents;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>A curve of the figure: a method of the report, or an agent of the catalogue.</summary>
/// <param name="Name">The name on the command line and in files.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Places">The panels that show it; none for the reference that every panel shows.</param>
public sealed record Figure4Method(string Name, string Title, ImmutableArray<MethodPlace> Places)
{
    /// <summary>The method of the report that it is; null for an agent that the report does not have.</summary>
    public ReportMethod? Report { get; private init; }

    /// <summary>The name of the agent that plays it, in the general catalogue; null for one that is in none.</summary>
    public string? Agent { get; private init; }

    /// <summary>Whether it is the reference that every panel shows.</summary>
    public bool IsReference => Places.IsEmpty;

    /// <summary>A method of the report.</summary>
    public static Figure4Method Of(ReportMethod method, params ImmutableArray<MethodPlace> places)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new(method.Name, method.Title, places) { Report = method, Agent = ReportMethods.AgentOf(method) };
    }

    /// <summary>An agent of the catalogue.</summary>
    public static Figure4Method Of(AgentEntry agent, params ImmutableArray<MethodPlace> places)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return new(agent.Name, agent.Title, places) { Agent = agent.Name };
    }
}
