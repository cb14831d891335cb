using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>
/// Products of float32 matrices, with what comes before and after them fused in: the heart of a sweep. No package offers
/// one for .NET that is not many times slower.
/// </summary>
/// <remarks>
/// Results are written tile by tile, each held in registers through all products of its sum. Right matrices are read where
/// they lie: their rows are padded to whole cache lines and spread over the sets of the cache (<see cref="AlignedMatrix{T}"/>),
/// and a copy in tile order would be no faster. Padded columns are computed like all others.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>result = f(start + one + two), for the first rows.</summary>
    /// <typeparam name="TFunction">f.</typeparam>
    /// <param name="start">Rows of padded numbers that the sums start from; with a stride of 0 one row for all.</param>
    /// <param name="one">The first product.</param>
    /// <param name="two">The second product; the default for none.</param>
    /// <param name="result">Rows of padded numbers; not those of the start nor of a left matrix.</param>
    /// <param name="rows">How many rows.</param>
    public static void Run<TFunction>(
        ReadOnlyMatrixSpan<float> start,
        in ProductTerm one,
        in ProductTerm two,
        MatrixSpan<float> result,
        int rows
    )
        where TFunction : struct, IElementwise
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<WideLanes, Vector512<float>, TFunction>(start, one, two, result, rows);
        }
        else
        {
            Run<NativeLanes, Vector<float>, TFunction>(start, one, two, result, rows);
        }
    }

    /// <summary>target += scale left' right.</summary>
    /// <param name="left">A row an example.</param>
    /// <param name="right">A row an example, padded to whole cache lines.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="target">A row a column of the left matrix, padded like the right one.</param>
    public static void AddOuter(
        ReadOnlyMatrixSpan<float> left,
        ReadOnlyMatrixSpan<float> right,
        float scale,
        MatrixSpan<float> target
    )
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddOuter<WideLanes, Vector512<float>>(left, right, scale, target);
        }
        else
        {
            AddOuter<NativeLanes, Vector<float>>(left, right, scale, target);
        }
    }

    /// <summary>The product over registers of one width.</summary>
    internal static void Run<TLanes, TVector, TFunction>(
        ReadOnlyMatrixSpan<float> start,
        in ProductTerm one,
        in ProductTerm two,
        MatrixSpan<float> result,
        int rows
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        var columns = PaddedColumns(result.Columns);
        ref readonly var starts = ref MemoryMarshal.GetReference(start.Span);
        ref var results = ref MemoryMarshal.GetReference(result.Span);
        nint column = 0;
        while (column < columns)
        {
            // The last tile of a row of tiles may overlap the one before: it computes the same numbers again.
            var width = columns - column;
            nint row = 0;
            if (rows >= 4)
            {
                var isWide = width >= 2 * TLanes.Count;
                while (row < rows)
                {
                    var left = rows - row;
                    var height = left >= TLanes.TallTile ? TLanes.TallTile : 4;
                    row = Math.Min(row, rows - height);
                    var place = new TilePlace(
                        in Unsafe.Add(ref Unsafe.AsRef(in starts), (row * start.Stride) + column),
                        start.Stride,
                        ref Unsafe.Add(ref results, (row * result.Stride) + column),
                        result.Stride,
                        row,
                        column
                    );
                    Tile<TLanes, TVector, TFunction>(one, two, place, height, isWide);
                    row += height;
                }

                column += (isWide ? 2 : 1) * TLanes.Count;
            }
            else
            {
                var isWide = width >= 4 * TLanes.Count;
                for (; row < rows; row++)
                {
                    var place = new TilePlace(
                        in Unsafe.Add(ref Unsafe.AsRef(in starts), (row * start.Stride) + column),
                        start.Stride,
                        ref Unsafe.Add(ref results, (row * result.Stride) + column),
                        result.Stride,
                        row,
                        column
                    );
                    if (isWide)
                    {
                        ProductTiles.OneByFour<TLanes, TVector, TFunction>(one, two, place);
                    }
                    else
                    {
                        ProductTiles.OneByOne<TLanes, TVector, TFunction>(one, two, place);
                    }
                }

                column += (isWide ? 4 : 1) * TLanes.Count;
            }
        }
    }

    /// <summary>The sum of outer products over registers of one width.</summary>
    internal static void AddOuter<TLanes, TVector>(
        ReadOnlyMatrixSpan<float> left,
        ReadOnlyMatrixSpan<float> right,
        float scale,
        MatrixSpan<float> target
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var columns = PaddedColumns(right.Columns);
        ref readonly var lefts = ref MemoryMarshal.GetReference(left.Span);
        ref readonly var rights = ref MemoryMarshal.GetReference(right.Span);
        ref var targets = ref MemoryMarshal.GetReference(target.Span);
        nint column = 0;
        while (column < columns)
        {
            var isWide = columns - column >= 2 * TLanes.Count;
            nint row = 0;
            while (row < left.Columns)
            {
                var height = Height<TLanes, TVector>(left.Columns - row);
                OuterTile<TLanes, TVector>(
                    in Unsafe.Add(ref Unsafe.AsRef(in lefts), row),
                    left.Stride,
                    in Unsafe.Add(ref Unsafe.AsRef(in rights), column),
                    right.Stride,
                    left.Rows,
                    scale,
                    ref Unsafe.Add(ref targets, (row * target.Stride) + column),
                    target.Stride,
                    height,
                    isWide
                );
                row += height;
            }

            column += (isWide ? 2 : 1) * TLanes.Count;
        }
    }

    private static int Height<TLanes, TVector>(nint rows)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> =>
        rows >= TLanes.TallTile ? TLanes.TallTile
        : rows >= 4 ? 4
        : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<TLanes, TVector, TFunction>(
        in ProductTerm one,
        in ProductTerm two,
        in TilePlace place,
        int height,
        bool isWide
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TFunction : struct, IElementwise
    {
        if (height == 8 && isWide)
        {
            TallProductTiles.EightByTwo<TLanes, TVector, TFunction>(one, two, place);
        }
        else if (height == 8)
        {
            TallProductTiles.EightByOne<TLanes, TVector, TFunction>(one, two, place);
        }
        else if (isWide)
        {
            ProductTiles.FourByTwo<TLanes, TVector, TFunction>(one, two, place);
        }
        else
        {
            ProductTiles.FourByOne<TLanes, TVector, TFunction>(one, two, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OuterTile<TLanes, TVector>(
        ref readonly float left,
        nint leftStride,
        ref readonly float right,
        nint rightStride,
        nint depth,
        float scale,
        ref float target,
        nint targetStride,
        int height,
        bool isWide
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        switch (height, isWide)
        {
            case (8, true):
                TallOuterProductTiles.EightByTwo<TLanes, TVector>(
                    in left,
                    leftStride,
                    in right,
                    rightStride,
                    depth,
                    scale,
                    ref target,
                    targetStride
                );
                break;
            case (8, false):
                TallOuterProductTiles.EightByOne<TLanes, TVector>(
                    in left,
                    leftStride,
                    in right,
                    rightStride,
                    depth,
                    scale,
                    ref target,
                    targetStride
                );
                break;
            case (4, true):
                OuterProductTiles.FourByTwo<TLanes, TVector>(
                    in left,
                    leftStride,
                    in right,
                    rightStride,
                    depth,
                    scale,
                    ref target,
                    targetStride
                );
                break;
            case (4, false):
                OuterProductTiles.FourByOne<TLanes, TVector>(
                    in left,
                    leftStride,
                    in right,
                    rightStride,
                    depth,
                    scale,
                    ref target,
                    targetStride
                );
                break;
            default:
                if (isWide)
                {
                    OuterProductTiles.OneByOne<TLanes, TVector>(
                        in left,
                        leftStride,
                        in Unsafe.Add(ref Unsafe.AsRef(in right), TLanes.Count),
                        rightStride,
                        depth,
                        scale,
                        ref Unsafe.Add(ref target, TLanes.Count),
                        targetStride
                    );
                }

                OuterProductTiles.OneByOne<TLanes, TVector>(
                    in left,
                    leftStride,
                    in right,
                    rightStride,
                    depth,
                    scale,
                    ref target,
                    targetStride
                );
                break;
        }
    }

    // Rows are padded to whole cache lines: every width of registers divides that.
    private static int PaddedColumns(int columns) => (columns + 15) / 16 * 16;
}
