using Hebb.Naming;

namespace Hebb.Costs;

/// <summary>One cost of the catalogue.</summary>
/// <param name="Name">The name in configurations, tables and on the command line.</param>
/// <param name="Description">One line on what it is.</param>
/// <param name="Subject">What it asks something of.</param>
public sealed record CostEntry(string Name, string Description, CostSubject Subject) : INamed;
