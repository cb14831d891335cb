using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>Sums over a batch of outer products of float32 rows: what correlations and gradients are made of.</summary>
internal static class OuterProduct
{
    private const int LineOfNumbers = 16;
    private const int LowTile = 4;

    /// <summary>target = scale left' right, or target += scale left' right.</summary>
    /// <param name="left">A row an example.</param>
    /// <param name="right">A row an example, padded to whole cache lines.</param>
    /// <param name="adds">Whether it is added to what the target holds.</param>
    /// <param name="target">A row a column of the left matrix, padded like the right one.</param>
    public static void Run(
        ReadOnlyMatrixSpan<float> left,
        ReadOnlyMatrixSpan<float> right,
        float scale,
        bool adds,
        MatrixSpan<float> target
    )
    {
        var outer = new OuterSum(
            in MemoryMarshal.GetReference(left.Span),
            left.Stride,
            in MemoryMarshal.GetReference(right.Span),
            right.Stride,
            ref MemoryMarshal.GetReference(target.Span),
            target.Stride
        )
        {
            Depth = left.Rows,
            Rows = left.Columns,
            Columns = (right.Columns + LineOfNumbers - 1) / LineOfNumbers * LineOfNumbers,
            Scale = scale,
            Adds = adds,
        };
        if (Vector512.IsHardwareAccelerated)
        {
            Run<WideLanes, Vector512<float>>(outer);
        }
        else
        {
            Run<NativeLanes, Vector<float>>(outer);
        }
    }

    /// <summary>The sum over registers of one width.</summary>
    internal static void Run<TLanes, TVector>(in OuterSum outer)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        for (nint column = 0; column < outer.Columns; )
        {
            var isWide = outer.Columns - column >= 2 * TLanes.Count;
            for (nint row = 0; row < outer.Rows; )
            {
                row += Tile<TLanes, TVector>(outer, row, column, isWide);
            }

            column += (isWide ? 2 : 1) * TLanes.Count;
        }
    }

    // The tallest tile that still fits; what it is high.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Tile<TLanes, TVector>(in OuterSum outer, nint row, nint column, bool isWide)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var left = outer.Rows - row;
        if (TLanes.TallTile == 8 && left >= 8)
        {
            if (isWide)
            {
                TallOuterProductTiles.EightByTwo<TLanes, TVector>(outer, row, column);
            }
            else
            {
                TallOuterProductTiles.EightByOne<TLanes, TVector>(outer, row, column);
            }

            return 8;
        }

        if (left >= LowTile)
        {
            if (isWide)
            {
                OuterProductTiles.FourByTwo<TLanes, TVector>(outer, row, column);
            }
            else
            {
                OuterProductTiles.FourByOne<TLanes, TVector>(outer, row, column);
            }

            return LowTile;
        }

        OuterProductTiles.OneByOne<TLanes, TVector>(outer, row, column);
        if (isWide)
        {
            OuterProductTiles.OneByOne<TLanes, TVector>(outer, row, column + TLanes.Count);
        }

        return 1;
    }
}
