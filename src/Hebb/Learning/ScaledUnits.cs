using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Learning;

/// <summary>What the free layers of a state send, each example's times a factor of its own.</summary>
internal sealed class ScaledUnits<T>(NetworkState<T> like)
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T>?[] _scaled =
    [
        .. like.Topology.Layers.Select(layer =>
            layer.Role is LayerRole.Input ? null : new AlignedMatrix<T>(like.Capacity, layer.Size)
        ),
    ];

    private int _rows;

    /// <summary>Takes a state.</summary>
    public void Set(NetworkState<T> state, ReadOnlySpan<T> factors)
    {
        _rows = state.Rows;
        foreach (var layer in state.Topology.Free)
        {
            var sent = state.Sent(layer).First(_rows);
            var scaled = Of(layer);
            for (var row = 0; row < _rows; row++)
            {
                TensorPrimitives.Multiply(sent[row], factors[row], scaled[row]);
            }
        }
    }

    /// <summary>The products, a row an example.</summary>
    public MatrixSpan<T> Of(int layer) => _scaled[layer]!.First(_rows);
}
