using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Learning.Kernels;

/// <summary>
/// Whole batches through the weights of a connection, along it and against it: float32 along it on the matrix kernels,
/// all else in plain loops.
/// </summary>
internal static class WeightProducts
{
    /// <summary>to += scale from W.</summary>
    /// <param name="from">A row an example, as wide as W has rows.</param>
    /// <param name="weights">W.</param>
    /// <param name="to">What is added to: a row an example, as wide as W has columns.</param>
    public static void AddForward<T>(
        ReadOnlyMatrixSpan<T> from,
        ReadOnlyMatrixSpan<T> weights,
        T scale,
        MatrixSpan<T> to
    )
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float) && scale == T.One)
        {
            MatrixProduct.Add(from.AsSingle(), weights.AsSingle(), to.AsSingle());
        }
        else
        {
            ReferenceForward(from, weights, scale, to);
        }
    }

    /// <summary>from += scale to W', with W' the transpose.</summary>
    /// <param name="to">A row an example, as wide as W has columns.</param>
    /// <param name="weights">W.</param>
    /// <param name="from">What is added to: a row an example, as wide as W has rows.</param>
    public static void AddBackward<T>(
        ReadOnlyMatrixSpan<T> to,
        ReadOnlyMatrixSpan<T> weights,
        T scale,
        MatrixSpan<T> from
    )
        where T : unmanaged, INumberBase<T> => ReferenceBackward(to, weights, scale, from);

    /// <summary>The product as it reads.</summary>
    /// <inheritdoc cref="AddForward"/>
    internal static void ReferenceForward<T>(
        ReadOnlyMatrixSpan<T> from,
        ReadOnlyMatrixSpan<T> weights,
        T scale,
        MatrixSpan<T> to
    )
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < from.Rows; row++)
        {
            var sums = to[row];
            for (var sender = 0; sender < weights.Rows; sender++)
            {
                var factor = scale * from[row][sender];
                var strengths = weights[sender];
                for (var unit = 0; unit < sums.Length; unit++)
                {
                    sums[unit] += factor * strengths[unit];
                }
            }
        }
    }

    /// <summary>The product as it reads.</summary>
    /// <inheritdoc cref="AddBackward"/>
    internal static void ReferenceBackward<T>(
        ReadOnlyMatrixSpan<T> to,
        ReadOnlyMatrixSpan<T> weights,
        T scale,
        MatrixSpan<T> from
    )
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < to.Rows; row++)
        {
            var units = to[row];
            var sums = from[row];
            for (var sender = 0; sender < weights.Rows; sender++)
            {
                var strengths = weights[sender];
                var sum = T.Zero;
                for (var unit = 0; unit < units.Length; unit++)
                {
                    sum += units[unit] * strengths[unit];
                }

                sums[sender] += scale * sum;
            }
        }
    }
}
