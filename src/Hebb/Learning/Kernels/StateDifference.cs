using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Learning.Kernels;

/// <summary>What the free layers of two states send, as their mean and their difference.</summary>
internal sealed class StateDifference<T>(NetworkState<T> like)
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T>?[] _means = like.NewMatrices();
    private readonly AlignedMatrix<T>?[] _differences = like.NewMatrices();
    private int _rows;

    /// <summary>Takes two states.</summary>
    /// <param name="low">The other, with the same examples.</param>
    public void Set(NetworkState<T> high, NetworkState<T> low)
    {
        _rows = high.Rows;
        var half = T.One / (T.One + T.One);
        foreach (var layer in high.Topology.Free)
        {
            ReadOnlySpan<T> one = high.Sent(layer).First(_rows).Span;
            ReadOnlySpan<T> other = low.Sent(layer).First(_rows).Span;
            TensorPrimitives.AddMultiply(one, other, half, Mean(layer).Span);
            TensorPrimitives.Subtract(one, other, Difference(layer).Span);
        }
    }

    /// <summary>(high + low) / 2.</summary>
    public MatrixSpan<T> Mean(int layer) => _means[layer]!.First(_rows);

    /// <summary>high - low.</summary>
    public MatrixSpan<T> Difference(int layer) => _differences[layer]!.First(_rows);
}
