using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Learning.Kernels;

/// <summary>
/// Sums over a batch of what two layers do together. Float32 runs on the matrix kernels, other number types on the readable
/// reference.
/// </summary>
internal static class OuterProducts
{
    /// <summary>target = scale sum over rows of from' to, or target += that.</summary>
    /// <param name="from">A row an example.</param>
    /// <param name="to">A row an example.</param>
    /// <param name="adds">Whether it is added to what the target holds.</param>
    /// <param name="target">A row for each column of <paramref name="from"/>.</param>
    public static void Add<T>(
        ReadOnlyMatrixSpan<T> from,
        ReadOnlyMatrixSpan<T> to,
        T scale,
        bool adds,
        MatrixSpan<T> target
    )
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            OuterProduct.Run(from.AsSingle(), to.AsSingle(), float.CreateTruncating(scale), adds, target.AsSingle());
            ClearPadding(target);
        }
        else
        {
            Reference(from, to, scale, adds, target);
        }
    }

    /// <summary>The sum as it reads.</summary>
    /// <inheritdoc cref="Add"/>
    internal static void Reference<T>(
        ReadOnlyMatrixSpan<T> from,
        ReadOnlyMatrixSpan<T> to,
        T scale,
        bool adds,
        MatrixSpan<T> target
    )
        where T : unmanaged, INumberBase<T>
    {
        if (!adds)
        {
            target.Span.Clear();
        }

        for (var row = 0; row < from.Rows; row++)
        {
            for (var sender = 0; sender < from.Columns; sender++)
            {
                var factor = scale * from[row][sender];
                var sums = target[sender];
                var units = to[row];
                for (var unit = 0; unit < units.Length; unit++)
                {
                    sums[unit] += factor * units[unit];
                }
            }
        }
    }

    /// <summary>target += scale times the sum of the rows.</summary>
    /// <param name="rows">A row an example.</param>
    public static void AddRows<T>(ReadOnlyMatrixSpan<T> rows, T scale, Span<T> target)
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < rows.Rows; row++)
        {
            TensorPrimitives.MultiplyAdd(rows[row], scale, target, target);
        }
    }

    // Units at rest need not be 0, and the padding of a gradient must be.
    private static void ClearPadding<T>(MatrixSpan<T> matrix)
        where T : unmanaged
    {
        var padding = matrix.Stride - matrix.Columns;
        for (var row = 0; row < matrix.Rows && padding > 0; row++)
        {
            matrix.Span.Slice((row * matrix.Stride) + matrix.Columns, padding).Clear();
        }
    }

    /// <summary>Sets the diagonal to zero: no unit is connected to itself.</summary>
    public static void ClearDiagonal<T>(MatrixSpan<T> matrix)
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix[row][row] = T.Zero;
        }
    }

    /// <summary>Adds the transpose of a square matrix to it, so that it is exactly symmetric.</summary>
    public static void AddTranspose<T>(MatrixSpan<T> matrix)
        where T : unmanaged, INumberBase<T>
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var sum = matrix[row][column] + matrix[column][row];
                matrix[row][column] = sum;
                matrix[column][row] = sum;
            }
        }
    }
}
