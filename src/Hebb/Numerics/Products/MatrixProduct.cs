using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>
/// Products of float32 matrices, with what comes before and after them fused in: the heart of a sweep. No package offers
/// one for .NET that is not many times slower.
/// </summary>
/// <remarks>
/// Results are written tile by tile, each held in registers through all products of its sum. Right matrices that stay near the core
/// are read where they lie: their rows are padded to whole cache lines and spread over the sets of the cache
/// (<see cref="AlignedMatrix{T}"/>). Larger ones are read from <see cref="Panels"/>. Padded columns are computed like all
/// others.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>Fewer rows than this are computed one by one, and read no panels.</summary>
    public const int LeastTile = 4;

    /// <summary>result = f(start + one + two).</summary>
    /// <typeparam name="TFunction">f.</typeparam>
    public static void Run<TFunction>(in ProductSum sum)
        where TFunction : struct, IElementwise
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<WideLanes, Vector512<float>, TFunction>(sum);
        }
        else
        {
            Run<NativeLanes, Vector<float>, TFunction>(sum);
        }
    }

    /// <summary>result += left right.</summary>
    /// <param name="left">A row an example.</param>
    /// <param name="right">Its rows padded to whole cache lines; as many as the left matrix has columns.</param>
    /// <param name="result">A row an example, padded to whole cache lines.</param>
    public static void Add(ReadOnlyMatrixSpan<float> left, ReadOnlyMatrixSpan<float> right, MatrixSpan<float> result)
    {
        ref var first = ref MemoryMarshal.GetReference(result.Span);
        var sum = new ProductSum(in first, result.Stride, ref first, result.Stride, result.Rows, result.Columns)
        {
            One = new ProductTerm(
                in MemoryMarshal.GetReference(left.Span),
                left.Stride,
                in MemoryMarshal.GetReference(right.Span),
                right.Stride,
                left.Columns
            ),
        };
        Run<Unchanged>(sum);
    }

    /// <summary>The product over registers of one width.</summary>
    internal static void Run<TLanes, TVector, TFunction>(in ProductSum sum)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        nint tiled = sum.Rows < LeastTile ? 0 : sum.Rows;
        if (sum.IsInPlace)
        {
            tiled -= tiled % LeastTile;
        }

        for (nint column = 0; column < sum.Columns; )
        {
            var isWide = sum.Columns - column >= 2 * TLanes.Count;
            for (nint row = 0; row < tiled; )
            {
                // The last tile may overlap the one before it, and then computes the same numbers again.
                var height = tiled - row >= TLanes.TallTile ? TLanes.TallTile : LeastTile;
                row = Math.Min(row, tiled - height);
                Tile<TLanes, TVector, TFunction>(sum, row, column, height, isWide);
                row += height;
            }

            column += (isWide ? 2 : 1) * TLanes.Count;
        }

        RunRowByRow<TLanes, TVector, TFunction>(sum, tiled);
    }

    private static void RunRowByRow<TLanes, TVector, TFunction>(in ProductSum sum, nint first)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        for (var row = first; row < sum.Rows; row++)
        {
            nint column = 0;
            for (; column <= sum.Columns - (4 * TLanes.Count); column += 4 * TLanes.Count)
            {
                ProductTiles.OneByFour<TLanes, TVector, TFunction>(sum, row, column);
            }

            for (; column < sum.Columns; column += TLanes.Count)
            {
                ProductTiles.OneByOne<TLanes, TVector, TFunction>(sum, row, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<TLanes, TVector, TFunction>(
        in ProductSum sum,
        nint row,
        nint column,
        int height,
        bool isWide
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        if (height == 8 && isWide)
        {
            TallProductTiles.EightByTwo<TLanes, TVector, TFunction>(sum, row, column);
        }
        else if (height == 8)
        {
            TallProductTiles.EightByOne<TLanes, TVector, TFunction>(sum, row, column);
        }
        else if (isWide)
        {
            ProductTiles.FourByTwo<TLanes, TVector, TFunction>(sum, row, column);
        }
        else
        {
            ProductTiles.FourByOne<TLanes, TVector, TFunction>(sum, row, column);
        }
    }
}
