namespace Hebb.Agents.OpenLock.Schemas;

/// <summary>The two schemas that others are likened to: one cause of several effects, and one effect of several causes.</summary>
internal static class AtomicSchema
{
    /// <summary>How many there are.</summary>
    public const int Count = 2;

    private const int Branches = 2;

    /// <summary>The graph of one of them, the door left out.</summary>
    /// <param name="schema">0 for common cause, 1 for common effect.</param>
    /// <param name="branches">How many effects, or causes; two in the original.</param>
    public static CausalGraph GraphOf(int schema, int branches = Branches)
    {
        var graph = new CausalGraph(branches + 1);
        for (var branch = 1; branch <= branches; branch++)
        {
            graph.Connect(schema == 0 ? 0 : branch, schema == 0 ? branch : 0);
        }

        return graph;
    }
}
