namespace Hebb.Agents.OpenLock.Schemas;

/// <summary>
/// Which nodes a number of causal paths of the same length share: paths in the order in which they are found, and for each of
/// their levels which have the same node there. A level's first node is 0, the next that differs 1, and so on.
/// </summary>
/// <param name="Labels">The node of each path at each level: <c>Labels[level][path]</c>.</param>
internal sealed record PathPattern(ImmutableArray<ImmutableArray<int>> Labels)
{
    /// <summary>How many nodes a path has.</summary>
    public int Levels => Labels.Length;

    /// <summary>How many paths there are.</summary>
    public int Paths => Labels[0].Length;

    /// <summary>All patterns of some paths that differ from each other and hang together.</summary>
    /// <param name="paths">How many paths; at least 1.</param>
    /// <param name="levels">How many nodes a path has; at least 1.</param>
    public static IEnumerable<PathPattern> All(int paths, int levels)
    {
        var ways = Shares([], paths).ToArray();
        return Combine([], ways, levels)
            .Select(labels => new PathPattern(labels))
            .Where(pattern => pattern.AreDistinct && pattern.HangsTogether);
    }

    /// <summary>The graph of the paths' first levels.</summary>
    /// <param name="levels">How many levels; at most as many as there are.</param>
    public CausalGraph GraphOf(int levels)
    {
        var first = new int[levels + 1];
        for (var level = 0; level < levels; level++)
        {
            first[level + 1] = first[level] + NodesAt(level);
        }

        var graph = new CausalGraph(first[levels]);
        for (var level = 1; level < levels; level++)
        {
            for (var path = 0; path < Paths; path++)
            {
                graph.Connect(first[level - 1] + Labels[level - 1][path], first[level] + Labels[level][path]);
            }
        }

        return graph;
    }

    /// <summary>The same text for all patterns whose graphs differ in the names of nodes alone, and for no others.</summary>
    public string GraphName() => Renamings(level: 0, new string[Levels][]).Min(StringComparer.Ordinal)!;

    // The edges under every way of naming the nodes of each level: a node keeps its level, as paths have one length.
    private IEnumerable<string> Renamings(int level, string[][] names)
    {
        if (level == Levels)
        {
            return [Edges(names)];
        }

        return Orders([], NodesAt(level))
            .SelectMany(order =>
                Renamings(
                    level + 1,
                    [.. names[..level], [.. order.Select(name => $"{level}{name}")], .. names[(level + 1)..]]
                )
            );
    }

    private string Edges(string[][] names) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, Levels)
                .SelectMany(level =>
                    Enumerable
                        .Range(0, Paths)
                        .Select(path =>
                            (level == 0 ? "" : names[level - 1][Labels[level - 1][path]])
                            + names[level][Labels[level][path]]
                        )
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<ImmutableArray<int>> Orders(ImmutableArray<int> chosen, int count) =>
        chosen.Length == count
            ? [chosen]
            : Enumerable
                .Range(0, count)
                .Where(node => !chosen.Contains(node))
                .SelectMany(node => Orders(chosen.Add(node), count));

    /// <summary>How many nodes there are at a level.</summary>
    /// <param name="level">The level, from 0.</param>
    public int NodesAt(int level) => Labels[level].Max() + 1;

    private bool AreDistinct =>
        Enumerable
            .Range(0, Paths)
            .Select(path => string.Join(',', Labels.Select(level => level[path])))
            .Distinct(StringComparer.Ordinal)
            .Count() == Paths;

    private bool HangsTogether
    {
        get
        {
            var reached = 1;
            for (var round = 0; round < Paths; round++)
            {
                for (var path = 0; path < Paths; path++)
                {
                    var touches = Enumerable
                        .Range(0, Paths)
                        .Any(other =>
                            ((reached >> other) & 1) != 0 && Labels.Any(level => level[other] == level[path])
                        );
                    reached |= touches ? 1 << path : 0;
                }
            }

            return reached == (1 << Paths) - 1;
        }
    }

    private static IEnumerable<ImmutableArray<int>> Shares(ImmutableArray<int> labels, int paths) =>
        labels.Length == paths
            ? [labels]
            : Enumerable
                .Range(0, labels.Length == 0 ? 1 : labels.Max() + 2)
                .SelectMany(label => Shares(labels.Add(label), paths));

    private static IEnumerable<ImmutableArray<ImmutableArray<int>>> Combine(
        ImmutableArray<ImmutableArray<int>> chosen,
        ImmutableArray<int>[] ways,
        int levels
    ) => chosen.Length == levels ? [chosen] : ways.SelectMany(way => Combine(chosen.Add(way), ways, levels));
}
