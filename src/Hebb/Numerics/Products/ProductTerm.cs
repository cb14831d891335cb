using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Hebb.Numerics.Products;

/// <summary>One product in a sum of them: left times right.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "It holds views, which are not compared.")]
internal readonly ref struct ProductTerm
{
    /// <summary>The first number of the left matrix.</summary>
    public readonly ref readonly float Left;

    /// <summary>The first number of the right matrix.</summary>
    public readonly ref readonly float Right;

    /// <summary>From one row of the left matrix to the next.</summary>
    public readonly nint LeftStride;

    /// <summary>From one row of the right matrix to the next.</summary>
    public readonly nint RightStride;

    /// <summary>Columns of the left matrix and rows of the right one; 0 for no product at all.</summary>
    public readonly nint Depth;

    /// <summary>The product of two matrices.</summary>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one: as many rows as the left one has columns, its rows padded to whole cache lines.</param>
    public ProductTerm(ReadOnlyMatrixSpan<float> left, ReadOnlyMatrixSpan<float> right)
    {
        if (left.Columns != right.Rows)
        {
            throw new ArgumentException(
                $"left has {left.Columns} columns and right {right.Rows} rows; as many are needed",
                nameof(right)
            );
        }

        Left = ref MemoryMarshal.GetReference(left.Span);
        Right = ref MemoryMarshal.GetReference(right.Span);
        LeftStride = left.Stride;
        RightStride = right.Stride;
        Depth = left.Columns;
    }
}
