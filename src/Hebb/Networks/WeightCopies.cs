using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Networks;

/// <summary>
/// Copies of weights with rows and columns exchanged, times the strength of that direction, for the layers that they drive against theirs, and of large
/// ones in the order in which tiles read them. Weights are constant through all sweeps of all phases, so the copies are
/// made once a change of the parameters.
/// </summary>
internal sealed class WeightCopies<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T>?[] _weights;
    private readonly AlignedMatrix<T>?[] _byReceiver;
    private readonly WeightPanels?[] _panels;
    private readonly T[] _strengths;
    private int _version = -1;

    /// <summary>Makes room for the copies that the graph needs.</summary>
    public WeightCopies(NetworkTopology topology)
    {
        _weights = new AlignedMatrix<T>?[topology.Connections.Length];
        _byReceiver = [.. topology.Connections.Select(connection => NarrowMatrix(topology, connection))];
        _panels = new WeightPanels?[topology.Connections.Length];
        _strengths = new T[topology.Connections.Length];
        foreach (var layer in topology.Free)
        {
            foreach (Incoming incoming in topology.Incoming(layer))
            {
                if (incoming.IsTransposed)
                {
                    (var from, var to, _) = topology.Connections[incoming.Connection];
                    _weights[incoming.Connection] = new AlignedMatrix<T>(
                        topology.Layers[to].Size,
                        topology.Layers[from].Size
                    );
                    _strengths[incoming.Connection] = T.CreateTruncating(incoming.Strength);
                }
            }
        }

        for (var index = 0; index < _panels.Length; index++)
        {
            (var from, var to, _) = topology.Connections[index];
            if (
                typeof(T) == typeof(float)
                && topology.Layers[from].Role is not LayerRole.Input
                && Panels.Pay(topology.Layers[from].Size, topology.Layers[to].Size)
            )
            {
                _panels[index] = new WeightPanels(
                    topology.Layers[from].Size,
                    topology.Layers[to].Size,
                    actsBack: _weights[index] is not null
                );
            }
        }
    }

    /// <summary>The transposed weights of a connection times the strength with which they act, up to date.</summary>
    public AlignedMatrix<T> Of(int connection, NetworkParameters<T> parameters)
    {
        Update(parameters);
        return _weights[connection]!;
    }

    /// <summary>The weights of a connection into a narrow layer, a row for each of its units, up to date; null for others.</summary>
    public AlignedMatrix<T>? ByReceiver(int connection, NetworkParameters<T> parameters)
    {
        Update(parameters);
        return _byReceiver[connection];
    }

    /// <summary>The weights of a connection between free layers in panels, up to date; null where that would not pay.</summary>
    /// <param name="incoming">The connection, as the layer sees it that it drives.</param>
    public Panels? PanelsOf(Incoming incoming, NetworkParameters<T> parameters)
    {
        Update(parameters);
        if (_panels[incoming.Connection] is { } panels)
        {
            Update(panels, incoming.Connection, parameters);
            return incoming.IsTransposed ? panels.Backward : panels.Forward;
        }

        return null;
    }

    /// <summary>Makes all copies that there may be, so that threads may read them.</summary>
    public void UpdateAll(NetworkParameters<T> parameters)
    {
        Update(parameters);
        for (var connection = 0; connection < _panels.Length; connection++)
        {
            if (_panels[connection] is { } panels)
            {
                Update(panels, connection, parameters);
            }
        }
    }

    private void Update(WeightPanels panels, int connection, NetworkParameters<T> parameters) =>
        panels.Update(
            _version,
            parameters.Weights(connection).AsSingle(),
            (AlignedMatrix<float>?)(object?)_weights[connection]
        );

    /// <summary>Copies the weights where they have changed.</summary>
    public void Update(NetworkParameters<T> parameters)
    {
        if (_version == parameters.Version)
        {
            return;
        }

        for (var connection = 0; connection < _weights.Length; connection++)
        {
            if (_weights[connection] is { } target)
            {
                Transpose(parameters.Weights(connection), _strengths[connection], target);
            }

            if (_byReceiver[connection] is { } rows)
            {
                Transpose(parameters.Weights(connection), T.One, rows);
            }
        }

        _version = parameters.Version;
    }

    private static AlignedMatrix<T>? NarrowMatrix(NetworkTopology topology, Connection connection) =>
        typeof(T) == typeof(float)
        && topology.Layers[connection.To].Size <= NarrowProduct.MostColumns
        && topology.Layers[connection.From].Role is not LayerRole.Input
            ? new AlignedMatrix<T>(topology.Layers[connection.To].Size, topology.Layers[connection.From].Size)
            : null;

    // In squares that fit the first-level cache, on both sides.
    private static void Transpose(ReadOnlyMatrixSpan<T> source, T strength, AlignedMatrix<T> target)
    {
        const int Side = 16;
        for (var top = 0; top < source.Rows; top += Side)
        {
            var bottom = Math.Min(top + Side, source.Rows);
            for (var left = 0; left < source.Columns; left += Side)
            {
                var right = Math.Min(left + Side, source.Columns);
                for (var column = left; column < right; column++)
                {
                    var row = target[column];
                    for (var index = top; index < bottom; index++)
                    {
                        row[index] = strength * source.Span[(index * source.Stride) + column];
                    }
                }
            }
        }
    }
}
