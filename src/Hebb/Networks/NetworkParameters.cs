using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Networks;

/// <summary>
/// The weights and biases of a network, or anything of their shape: a gradient, correlations, moments.
/// </summary>
/// <remarks>
/// One aligned block, which optimizers and copies walk as one span: for each connection its weights, a row for each
/// unit of the layer it starts at, then the biases of each layer that is not an input. Rows are padded; every operation
/// keeps the padding at zero. Symmetric weights within a layer are stored as the whole symmetric matrix with a diagonal
/// of zeros.
/// </remarks>
public sealed class NetworkParameters<T> : IStateful
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedBuffer<T> _buffer;
    private readonly int[] _weightsAt;
    private readonly int[] _biasesAt;
    private readonly int[] _strides;

    /// <summary>Parameters that are all zero.</summary>
    public NetworkParameters(NetworkTopology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        Topology = topology;
        _weightsAt = new int[topology.Connections.Length];
        _biasesAt = new int[topology.Layers.Length];
        try
        {
            _strides = [.. topology.Layers.Select(layer => AlignedMatrix<T>.StrideOf(layer.Size))];
            _buffer = new AlignedBuffer<T>(Place());
        }
        catch (OverflowException exception)
        {
            throw new TopologyException(
                $"layers: with their padding the parameters would be more than {Array.MaxLength} numbers; smaller layers are needed",
                exception
            );
        }
    }

    /// <summary>The graph that they belong to.</summary>
    public NetworkTopology Topology { get; }

    /// <summary>Grows with every change, so that what was derived from the numbers knows that it is stale.</summary>
    public int Version { get; private set; }

    /// <summary>All numbers with the padding, for reading.</summary>
    public ReadOnlySpan<T> All => _buffer.Span;

    /// <summary>The numbers of all, without padding.</summary>
    public int Count =>
        Topology.Connections.Sum(connection =>
            Topology.Layers[connection.From].Size * Topology.Layers[connection.To].Size
        ) + Topology.Free.Sum(layer => Topology.Layers[layer].Size);

    /// <summary>All numbers with the padding, for writing; ask anew for every round of changes.</summary>
    public Span<T> Edit()
    {
        Version++;
        return _buffer.Span;
    }

    /// <summary>The weights of a connection, for reading: a row a unit of the layer that it starts at.</summary>
    /// <param name="connection">Its index.</param>
    public ReadOnlyMatrixSpan<T> Weights(int connection) => MatrixOf(connection);

    /// <summary>The biases of a layer, for reading.</summary>
    /// <param name="layer">A layer that is not an input.</param>
    public ReadOnlySpan<T> Biases(int layer) => BiasesOf(layer);

    /// <summary>The weights of a connection, for writing; ask anew for every round of changes.</summary>
    /// <param name="connection">Its index.</param>
    public MatrixSpan<T> EditWeights(int connection)
    {
        Version++;
        return MatrixOf(connection);
    }

    /// <summary>The biases of a layer, for writing; ask anew for every round of changes.</summary>
    /// <param name="layer">A layer that is not an input.</param>
    public Span<T> EditBiases(int layer)
    {
        Version++;
        return BiasesOf(layer);
    }

    /// <summary>The biases of a layer with their padding, which is zero.</summary>
    /// <param name="layer">A layer that is not an input.</param>
    internal ReadOnlySpan<T> PaddedBiases(int layer) => _buffer.Span.Slice(_biasesAt[layer], _strides[layer]);

    /// <summary>All numbers, for a writer that has called <see cref="Edit"/> before several threads continue.</summary>
    internal Span<T> Raw => _buffer.Span;

    /// <summary>The first weight of a connection, unchecked.</summary>
    /// <param name="connection">Its index.</param>
    /// <param name="stride">From one row of the weights to the next.</param>
    internal ref readonly T FirstWeight(int connection, out int stride)
    {
        stride = _strides[Topology.Connections[connection].To];
        return ref Unsafe.Add(ref _buffer.Start, _weightsAt[connection]);
    }

    /// <summary>Sets all numbers to zero.</summary>
    public void Clear() => Edit().Clear();

    /// <summary>Takes over the numbers of others.</summary>
    /// <param name="source">Parameters of the same topology.</param>
    public void CopyFrom(NetworkParameters<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireSameShape(source.Topology);
        source.All.CopyTo(Edit());
    }

    /// <summary>The same numbers in another number type.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    public NetworkParameters<TOther> ConvertTo<TOther>()
        where TOther : unmanaged, INumberBase<TOther>
    {
        var converted = new NetworkParameters<TOther>(Topology);
        for (var connection = 0; connection < _weightsAt.Length; connection++)
        {
            var weights = Weights(connection);
            var target = converted.EditWeights(connection);
            for (var row = 0; row < weights.Rows; row++)
            {
                Convert(weights[row], target[row]);
            }
        }

        foreach (var layer in Topology.Free)
        {
            Convert(Biases(layer), converted.EditBiases(layer));
        }

        return converted;
    }

    /// <summary>Refuses parameters of another graph.</summary>
    /// <param name="topology">The graph that is expected.</param>
    /// <exception cref="ArgumentException">It is another one.</exception>
    internal void RequireSameShape(NetworkTopology topology)
    {
        if (!ReferenceEquals(Topology, topology))
        {
            throw new ArgumentException(
                "topology: the parameters belong to another network; parameters of the same topology are needed",
                nameof(topology)
            );
        }
    }

    // Gives everything its place; returns how many numbers that takes.
    private int Place()
    {
        var length = 0;
        for (var connection = 0; connection < _weightsAt.Length; connection++)
        {
            (var from, var to, _) = Topology.Connections[connection];
            _weightsAt[connection] = length;
            length = checked(length + (Topology.Layers[from].Size * _strides[to]));
        }

        foreach (var layer in Topology.Free)
        {
            _biasesAt[layer] = length;
            length = checked(length + _strides[layer]);
        }

        return length;
    }

    private static void Convert<TOther>(ReadOnlySpan<T> source, Span<TOther> target)
        where TOther : unmanaged, INumberBase<TOther>
    {
        for (var index = 0; index < source.Length; index++)
        {
            target[index] = TOther.CreateTruncating(source[index]);
        }
    }

    private MatrixSpan<T> MatrixOf(int connection)
    {
        (var from, var to, _) = Topology.Connections[connection];
        var rows = Topology.Layers[from].Size;
        var stride = _strides[to];
        return new MatrixSpan<T>(
            _buffer.Span.Slice(_weightsAt[connection], rows * stride),
            rows,
            Topology.Layers[to].Size,
            stride
        );
    }

    private Span<T> BiasesOf(int layer) =>
        Topology.Layers[layer].Role is LayerRole.Input
            ? throw new ArgumentException(
                $"layer '{Topology.Layers[layer].Name}': inputs have no biases; a free layer is needed",
                nameof(layer)
            )
            : _buffer.Span.Slice(_biasesAt[layer], Topology.Layers[layer].Size);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        for (var connection = 0; connection < Topology.Connections.Length; connection++)
        {
            (var from, var to, _) = Topology.Connections[connection];
            visitor.Matrix($"{Topology.Layers[from].Name}.{Topology.Layers[to].Name}.weight", MatrixOf(connection));
        }

        foreach (var layer in Topology.Free)
        {
            visitor.Numbers($"{Topology.Layers[layer].Name}.bias", BiasesOf(layer));
        }

        if (visitor.IsRestoring)
        {
            Edit();
        }
    }
}
