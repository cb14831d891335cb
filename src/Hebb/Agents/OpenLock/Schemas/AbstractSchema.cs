namespace Hebb.Agents.OpenLock.Schemas;

/// <summary>
/// How the solutions of a room may hang together, whichever levers they are made of: a graph without names, and the patterns of
/// paths that it is the union of.
/// </summary>
/// <remarks>
/// A schema of N solutions is the union of N paths, one a solution, that hang together, where every path from a root to a leaf is as
/// long as they are: 6 schemas of two solutions in three steps, 21 of three. Edmonds et al., "Theory-based causal transfer"
/// (2020), section 4.3.
/// </remarks>
/// <param name="Patterns">The patterns of paths, every order of finding them a pattern of its own.</param>
internal sealed record AbstractSchema(ImmutableArray<PathPattern> Patterns)
{
    /// <summary>The graph of its paths with their last node, the door, dropped.</summary>
    public CausalGraph WithoutDoor => Patterns[0].GraphOf(Patterns[0].Levels - 1);

    /// <summary>All schemas, no two of them alike but for the names of nodes.</summary>
    /// <param name="solutions">How many solutions; at least 1, and few: all patterns are gone through.</param>
    /// <param name="steps">The steps of a solution; at least 1.</param>
    public static ImmutableArray<AbstractSchema> All(int solutions, int steps) =>
        [
            .. PathPattern
                .All(solutions, steps)
                .GroupBy(pattern => pattern.GraphName(), StringComparer.Ordinal)
                .Select(patterns => new AbstractSchema([.. patterns])),
        ];
}
