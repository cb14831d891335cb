namespace Hebb.Agents.OpenLock.Chains;

/// <summary>
/// Chains that are not listed but factored into their steps: stored are the relations that a step may have and a tree of the
/// removed prefixes. Memory grows with the steps and with what was removed, and not with the number of chains.
/// </summary>
/// <remarks>
/// A belief that is a sum of products over the steps is added up over all chains in closed form wherever nothing was removed
/// below a prefix: the product of the sums of each step that is left. Only prefixes that lead to a removed one are looked into.
/// </remarks>
public sealed class FactoredChains : IChainSet
{
    private const int None = -1;
    private const int Root = 0;

    private readonly bool[] _isColoured;
    private readonly List<Node> _nodes = [];

    /// <summary>Makes all chains possible.</summary>
    public FactoredChains(ChainSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        _isColoured = new bool[space.Relations];
        Array.Fill(_isColoured, true);
        _nodes.Add(Node.Of(relation: 0, next: None));
    }

    /// <inheritdoc/>
    public ChainSpace Space { get; }

    /// <inheritdoc/>
    public BigInteger Count => CountFrom(Root, step: 0);

    /// <inheritdoc/>
    public long Bytes => _isColoured.Length + ((long)_nodes.Capacity * Unsafe.SizeOf<Node>());

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> colours)
    {
        ChainColours.Check(Space, colours);
        for (var relation = 0; relation < _isColoured.Length; relation++)
        {
            _isColoured[relation] = Space.ColourOf(relation) == colours[Space.ObjectOf(relation)];
        }

        _nodes.Clear();
        _nodes.Add(Node.Of(relation: 0, next: None));
    }

    /// <inheritdoc/>
    public void Remove(ReadOnlySpan<byte> prefix)
    {
        var node = Root;
        foreach (var relation in prefix)
        {
            if (_nodes[node].IsRemoved)
            {
                return;
            }

            var child = ChildOf(node, relation);
            if (child == None)
            {
                child = _nodes.Count;
                _nodes.Add(Node.Of(relation, _nodes[node].FirstChild));
                _nodes[node] = _nodes[node] with { FirstChild = child };
            }

            node = child;
        }

        _nodes[node] = _nodes[node] with { IsRemoved = true, FirstChild = None };
    }

    /// <inheritdoc/>
    public void Sum(ReadOnlySpan<byte> prefix, ReadOnlySpan<ChainTerm> terms, Span<double> sums)
    {
        sums.Clear();
        var node = Root;
        foreach (var relation in prefix)
        {
            node = node == None ? None : ChildOf(node, relation);
            if (!_isColoured[relation] || IsRemoved(node))
            {
                return;
            }
        }

        Span<double> rest = stackalloc double[Space.Steps + 1];
        foreach (var term in terms)
        {
            SumRest(term, rest);
            var before = 1.0;
            for (var step = 0; step < prefix.Length; step++)
            {
                before *= term.At(step)[prefix[step]];
            }

            Span<double> weights = term.At(prefix.Length);
            for (var relation = 0; relation < weights.Length; relation++)
            {
                if (_isColoured[relation] && before * weights[relation] != 0)
                {
                    var child = node == None ? None : ChildOf(node, relation);
                    sums[relation] += before * weights[relation] * SumFrom(child, prefix.Length + 1, term, rest);
                }
            }
        }
    }

    // For each step the sum over all that can follow from it on, where nothing is removed.
    private void SumRest(ChainTerm term, Span<double> rest)
    {
        rest[Space.Steps] = 1;
        for (var step = Space.Steps - 1; step >= 0; step--)
        {
            var sum = 0.0;
            Span<double> weights = term.At(step);
            for (var relation = 0; relation < weights.Length; relation++)
            {
                sum += _isColoured[relation] ? weights[relation] : 0;
            }

            rest[step] = sum * rest[step + 1];
        }
    }

    private double SumFrom(int node, int step, ChainTerm term, ReadOnlySpan<double> rest)
    {
        if (node == None || _nodes[node].IsRemoved)
        {
            return node == None ? rest[step] : 0;
        }

        // What has no node of its own is added up first, so that nothing is taken away from a sum: differences would not be exact.
        Span<bool> hasNode = stackalloc bool[Space.Relations];
        hasNode.Clear();
        var sum = 0.0;
        Span<double> weights = term.At(step);
        for (var child = _nodes[node].FirstChild; child != None; child = _nodes[child].Next)
        {
            var relation = _nodes[child].Relation;
            hasNode[relation] = true;
            sum += _isColoured[relation] ? weights[relation] * SumFrom(child, step + 1, term, rest) : 0;
        }

        for (var relation = 0; relation < weights.Length; relation++)
        {
            sum += _isColoured[relation] && !hasNode[relation] ? weights[relation] * rest[step + 1] : 0;
        }

        return sum;
    }

    private BigInteger CountFrom(int node, int step)
    {
        var coloured = _isColoured.Count(isColoured => isColoured);
        if (node == None || _nodes[node].IsRemoved)
        {
            return node == None ? BigInteger.Pow(coloured, Space.Steps - step) : 0;
        }

        if (step == Space.Steps)
        {
            return 1;
        }

        BigInteger count = 0;
        var withoutNode = coloured;
        for (var child = _nodes[node].FirstChild; child != None; child = _nodes[child].Next)
        {
            if (_isColoured[_nodes[child].Relation])
            {
                withoutNode--;
                count += CountFrom(child, step + 1);
            }
        }

        return count + (withoutNode * BigInteger.Pow(coloured, Space.Steps - step - 1));
    }

    private bool IsRemoved(int node) => node != None && _nodes[node].IsRemoved;

    private int ChildOf(int node, int relation)
    {
        var child = _nodes[node].FirstChild;
        while (child != None && _nodes[child].Relation != relation)
        {
            child = _nodes[child].Next;
        }

        return child;
    }

    // A prefix that was removed, or that leads to one: its last relation, and where the others are that begin alike.
    private readonly record struct Node(int FirstChild, int Next, byte Relation, bool IsRemoved)
    {
        public static Node Of(byte relation, int next) => new(None, next, relation, IsRemoved: false);
    }
}
