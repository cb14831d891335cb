using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Networks.Recurrent;

/// <summary>
/// Products of small matrices in both number types: float32 by the kernels of <see cref="MatrixProduct"/> and
/// <see cref="OuterProduct"/>, float64 row by row.
/// </summary>
internal static class BatchProducts
{
    /// <summary>result += left right.</summary>
    /// <param name="left">A row an example.</param>
    /// <param name="right">Its rows padded to whole cache lines.</param>
    /// <param name="result">A row an example, padded to whole cache lines.</param>
    public static void Add<T>(ReadOnlyMatrixSpan<T> left, ReadOnlyMatrixSpan<T> right, MatrixSpan<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            MatrixProduct.Add(left.AsSingle(), right.AsSingle(), result.AsSingle());
            return;
        }

        for (var row = 0; row < result.Rows; row++)
        {
            var factors = left[row];
            for (var inner = 0; inner < factors.Length; inner++)
            {
                TensorPrimitives.MultiplyAdd(right[inner], factors[inner], result[row], result[row]);
            }
        }
    }

    /// <summary>target += left' right.</summary>
    /// <param name="left">A row an example.</param>
    /// <param name="right">A row an example, padded to whole cache lines with zeros.</param>
    /// <param name="target">A row a column of the left matrix, padded like the right one.</param>
    public static void AddOuter<T>(ReadOnlyMatrixSpan<T> left, ReadOnlyMatrixSpan<T> right, MatrixSpan<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            OuterProduct.Run(left.AsSingle(), right.AsSingle(), 1, adds: true, target.AsSingle());
            return;
        }

        for (var row = 0; row < left.Rows; row++)
        {
            var factors = left[row];
            for (var column = 0; column < factors.Length; column++)
            {
                TensorPrimitives.MultiplyAdd(right[row], factors[column], target[column], target[column]);
            }
        }
    }

    /// <summary>target += the sum of the rows.</summary>
    public static void AddRows<T>(ReadOnlyMatrixSpan<T> rows, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var row = 0; row < rows.Rows; row++)
        {
            TensorPrimitives.Add(target, rows[row], target);
        }
    }

    /// <summary>target = source'.</summary>
    public static void Transpose<T>(ReadOnlyMatrixSpan<T> source, MatrixSpan<T> target)
        where T : unmanaged
    {
        for (var row = 0; row < source.Rows; row++)
        {
            var numbers = source[row];
            for (var column = 0; column < numbers.Length; column++)
            {
                target.Span[(column * target.Stride) + row] = numbers[column];
            }
        }
    }

    /// <summary>Makes every row of a matrix the same.</summary>
    public static void Repeat<T>(ReadOnlySpan<T> row, MatrixSpan<T> target)
        where T : unmanaged
    {
        for (var index = 0; index < target.Rows; index++)
        {
            row.CopyTo(target[index]);
        }
    }
}
