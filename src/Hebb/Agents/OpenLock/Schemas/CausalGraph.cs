namespace Hebb.Agents.OpenLock.Schemas;

/// <summary>A directed graph without names: what causes what.</summary>
/// <param name="nodes">How many nodes it has, from 0 to 30.</param>
internal sealed class CausalGraph(int nodes)
{
    private readonly int[] _successors = new int[nodes];

    /// <summary>How many nodes it has.</summary>
    public int Nodes => _successors.Length;

    /// <summary>How many edges it has.</summary>
    public int Edges => _successors.Sum(mask => System.Numerics.BitOperations.PopCount((uint)mask));

    /// <summary>Adds an edge.</summary>
    public void Connect(int from, int to) => _successors[from] |= 1 << to;

    /// <summary>Whether there is an edge.</summary>
    public bool IsConnected(int from, int to) => ((_successors[from] >> to) & 1) != 0;

    /// <summary>
    /// The graph edit distance to another graph: the fewest nodes and edges that have to be added and removed to make one of the
    /// other. All ways of laying one upon the other are tried.
    /// </summary>
    public int DistanceTo(CausalGraph other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var shared = MostShared(other, new int[Nodes], node: 0, taken: 0);
        return Nodes + other.Nodes + Edges + other.Edges - (2 * shared);
    }

    // The most nodes and edges that the two can have in common where the nodes before some node are laid already.
    private int MostShared(CausalGraph other, int[] laid, int node, int taken)
    {
        if (node == Nodes)
        {
            return 0;
        }

        laid[node] = -1;
        var most = MostShared(other, laid, node + 1, taken);
        for (var place = 0; place < other.Nodes; place++)
        {
            if (((taken >> place) & 1) == 0)
            {
                laid[node] = place;
                var shared = 1 + SharedEdges(other, laid, node);
                most = Math.Max(most, shared + MostShared(other, laid, node + 1, taken | (1 << place)));
            }
        }

        return most;
    }

    private int SharedEdges(CausalGraph other, int[] laid, int node)
    {
        var shared = 0;
        for (var before = 0; before <= node; before++)
        {
            if (laid[before] >= 0)
            {
                shared += IsConnected(before, node) && other.IsConnected(laid[before], laid[node]) ? 1 : 0;
                shared +=
                    before != node && IsConnected(node, before) && other.IsConnected(laid[node], laid[before]) ? 1 : 0;
            }
        }

        return shared;
    }
}
