using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Catalogues;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The first steps of a ladder: a method of the report to the letter, and the same with observations in units near one.</summary>
internal static class ReportedSteps
{
    /// <summary>Makes them.</summary>
    /// <param name="method">The method's name in the catalogue.</param>
    /// <param name="scaled">The name of the second step; null for the first alone.</param>
    public static ImmutableArray<AgentEntry> Of(string method, string? scaled = null)
    {
        AgentEntry reported = CatalogueSet.Standard.Agents.Find(method) with
        {
            Title = "the report's rule, to the letter",
        };
        return scaled is null
            ? [reported]
            : [reported, reported with { Name = scaled, Title = "+ observations scaled", ObservesRaw = false }];
    }
}
