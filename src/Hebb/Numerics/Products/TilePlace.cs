using System.Diagnostics.CodeAnalysis;

namespace Hebb.Numerics.Products;

/// <summary>Where a tile lies.</summary>
/// <param name="start">The first number that the tile's sums start from.</param>
/// <param name="startStride">From one row of these to the next; 0 where all rows start alike.</param>
/// <param name="result">The first number that the tile writes.</param>
/// <param name="resultStride">From one row of these to the next.</param>
/// <param name="row">Its first row.</param>
/// <param name="column">Its first column.</param>
[SuppressMessage("Performance", "CA1815", Justification = "It holds references, which are not compared.")]
internal readonly ref struct TilePlace(
    ref readonly float start,
    nint startStride,
    ref float result,
    nint resultStride,
    nint row,
    nint column
)
{
    /// <summary>The first number that the tile's sums start from.</summary>
    public readonly ref readonly float Start = ref start;

    /// <summary>The first number that the tile writes.</summary>
    public readonly ref float Result = ref result;

    /// <summary>From one row of the starts to the next; 0 where all rows start alike.</summary>
    public readonly nint StartStride = startStride;

    /// <summary>From one row of the results to the next.</summary>
    public readonly nint ResultStride = resultStride;

    /// <summary>The tile's first row.</summary>
    public readonly nint Row = row;

    /// <summary>The tile's first column.</summary>
    public readonly nint Column = column;
}
