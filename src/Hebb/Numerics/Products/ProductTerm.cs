using System.Diagnostics.CodeAnalysis;

namespace Hebb.Numerics.Products;

/// <summary>One product in a sum of them: left times right. The default is no product at all.</summary>
/// <param name="left">The first number of the left matrix.</param>
/// <param name="leftStride">From one row of it to the next.</param>
/// <param name="right">The first number of the right matrix, whose rows are padded to whole cache lines.</param>
/// <param name="rightStride">From one row of it to the next.</param>
/// <param name="depth">Columns of the left matrix and rows of the right one.</param>
/// <param name="isInPanels">Whether the right matrix is a copy in <see cref="Panels"/>; its stride then means nothing.</param>
[SuppressMessage("Performance", "CA1815", Justification = "It holds references, which are not compared.")]
internal readonly ref struct ProductTerm(
    ref readonly float left,
    nint leftStride,
    ref readonly float right,
    nint rightStride,
    nint depth,
    bool isInPanels = false
)
{
    /// <summary>The first number of the left matrix.</summary>
    public readonly ref readonly float Left = ref left;

    /// <summary>The first number of the right matrix.</summary>
    public readonly ref readonly float Right = ref right;

    /// <summary>From one row of the left matrix to the next.</summary>
    public readonly nint LeftStride = leftStride;

    /// <summary>From one row of the right matrix to the next.</summary>
    public readonly nint RightStride = rightStride;

    /// <summary>From the start of one column to the start of the next, where panels begin.</summary>
    public readonly nint ColumnStep = isInPanels ? depth : 1;

    /// <summary>Columns of the left matrix and rows of the right one; 0 for no product at all.</summary>
    public readonly nint Depth = depth;

    /// <summary>From one row of the right matrix to the next, in a tile.</summary>
    /// <param name="width">The tile's width.</param>
    public nint StrideOf(nint width) => ColumnStep == 1 ? RightStride : width;
}
