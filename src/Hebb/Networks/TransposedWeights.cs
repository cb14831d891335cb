using System.Numerics;
using Hebb.Numerics;

namespace Hebb.Networks;

/// <summary>
/// Copies of weights with rows and columns exchanged, for the layers that they drive against their direction. Weights
/// are constant through all sweeps of all phases, so the copy is made once a change of the parameters.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class TransposedWeights<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T>?[] _weights;
    private int _version = -1;

    /// <summary>Makes room for the copies that the graph needs.</summary>
    /// <param name="topology">The graph.</param>
    public TransposedWeights(NetworkTopology topology)
    {
        _weights = new AlignedMatrix<T>?[topology.Connections.Length];
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
                }
            }
        }
    }

    /// <summary>The transposed weights of a connection, up to date.</summary>
    /// <param name="connection">Its index.</param>
    /// <param name="parameters">The parameters.</param>
    public AlignedMatrix<T> Of(int connection, NetworkParameters<T> parameters)
    {
        Update(parameters);
        return _weights[connection]!;
    }

    /// <summary>Copies the weights where they have changed.</summary>
    /// <param name="parameters">The parameters.</param>
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
                Transpose(parameters.Weights(connection), target);
            }
        }

        _version = parameters.Version;
    }

    // In squares that fit the first-level cache, on both sides.
    private static void Transpose(ReadOnlyMatrixSpan<T> source, AlignedMatrix<T> target)
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
                        row[index] = source.Span[(index * source.Stride) + column];
                    }
                }
            }
        }
    }
}
