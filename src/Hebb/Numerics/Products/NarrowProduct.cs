using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>
/// Products whose result has a few columns only: a dot product for each number, where tiles would compute whole cache lines
/// of padding. Actions and values are such results.
/// </summary>
internal static class NarrowProduct
{
    /// <summary>Results with more columns are cheaper by tiles.</summary>
    public const int MostColumns = 4;

    private const int Tile = 4;

    /// <summary>result = start + left weights', the transpose; the padding of the result stays as it is.</summary>
    /// <param name="left">A row an example.</param>
    /// <param name="weights">A row for each column of the result, as wide as the left rows; zero in its padding.</param>
    /// <param name="start">What the sums start from: a row an example.</param>
    /// <param name="result">Receives the sums: a row an example.</param>
    public static void Run(
        AlignedMatrix<float> left,
        AlignedMatrix<float> weights,
        AlignedMatrix<float> start,
        AlignedMatrix<float> result,
        int rows
    )
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<WideLanes, Vector512<float>>(left, weights, start, result, rows);
        }
        else
        {
            Run<NativeLanes, Vector<float>>(left, weights, start, result, rows);
        }
    }

    /// <summary>The product over registers of one width.</summary>
    internal static void Run<TLanes, TVector>(
        AlignedMatrix<float> left,
        AlignedMatrix<float> weights,
        AlignedMatrix<float> start,
        AlignedMatrix<float> result,
        int rows
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (rows > left.Rows || rows > start.Rows || rows > result.Rows || weights.Columns != left.Columns)
        {
            throw new ArgumentException("The matrices do not fit together.", nameof(rows));
        }

        var tiled = rows - (rows % Tile);
        for (var column = 0; column < weights.Rows; column++)
        {
            ref readonly var weight = ref Unsafe.Add(ref weights.Start, column * weights.Stride);
            var row = 0;
            for (; row < tiled; row += Tile)
            {
                FourRows<TLanes, TVector>(left, in weight, start, result, row, column);
            }

            for (; row < rows; row++)
            {
                OneRow<TLanes, TVector>(left, in weight, start, result, row, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRows<TLanes, TVector>(
        AlignedMatrix<float> left,
        ref readonly float weight,
        AlignedMatrix<float> start,
        AlignedMatrix<float> result,
        int row,
        int column
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        nint stride = left.Stride;
        ref readonly var first = ref Unsafe.Add(ref left.Start, row * stride);
        var sum0 = TLanes.Zero;
        var sum1 = TLanes.Zero;
        var sum2 = TLanes.Zero;
        var sum3 = TLanes.Zero;
        for (nint index = 0; index < left.Columns; index += TLanes.Count)
        {
            var factor = TLanes.Load(in weight, index);
            sum0 = TLanes.MultiplyAdd(TLanes.Load(in first, index), factor, sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(in first, stride + index), factor, sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Load(in first, (2 * stride) + index), factor, sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(in first, (3 * stride) + index), factor, sum3);
        }

        Put(start, result, row, column, TLanes.Sum(sum0));
        Put(start, result, row + 1, column, TLanes.Sum(sum1));
        Put(start, result, row + 2, column, TLanes.Sum(sum2));
        Put(start, result, row + 3, column, TLanes.Sum(sum3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneRow<TLanes, TVector>(
        AlignedMatrix<float> left,
        ref readonly float weight,
        AlignedMatrix<float> start,
        AlignedMatrix<float> result,
        int row,
        int column
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        ref readonly var first = ref Unsafe.Add(ref left.Start, row * left.Stride);
        var sum = TLanes.Zero;
        for (nint index = 0; index < left.Columns; index += TLanes.Count)
        {
            sum = TLanes.MultiplyAdd(TLanes.Load(in first, index), TLanes.Load(in weight, index), sum);
        }

        Put(start, result, row, column, TLanes.Sum(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(AlignedMatrix<float> start, AlignedMatrix<float> result, int row, int column, float sum) =>
        Unsafe.Add(ref result.Start, (row * result.Stride) + column) =
            Unsafe.Add(ref start.Start, (row * start.Stride) + column) + sum;
}
