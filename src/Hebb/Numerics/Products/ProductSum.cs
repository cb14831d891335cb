using System.Diagnostics.CodeAnalysis;

namespace Hebb.Numerics.Products;

/// <summary>What a fused product computes: result = f(start + one + two), row by row.</summary>
/// <remarks>The result is none of the left and right matrices. Matrices are as large as the rows and columns say: nothing is checked.</remarks>
/// <param name="start">The first number that the sums start from; rows padded to whole cache lines.</param>
/// <param name="startStride">From one row of these to the next; 0 where all rows start alike.</param>
/// <param name="result">The first number of the result; rows padded to whole cache lines.</param>
/// <param name="resultStride">From one row of these to the next.</param>
/// <param name="columns">Numbers a row, without padding; the padding is computed too.</param>
[SuppressMessage("Performance", "CA1815", Justification = "It holds references, which are not compared.")]
internal ref struct ProductSum(
    ref readonly float start,
    nint startStride,
    ref float result,
    nint resultStride,
    int rows,
    int columns
)
{
    // Rows are padded to whole cache lines: every width of registers divides that.
    private const int LineOfNumbers = 16;

    /// <summary>The first number that the sums start from.</summary>
    public readonly ref readonly float Start = ref start;

    /// <summary>The first number of the result.</summary>
    public readonly ref float Result = ref result;

    /// <summary>From one row of the starts to the next.</summary>
    public readonly nint StartStride = startStride;

    /// <summary>From one row of the result to the next.</summary>
    public readonly nint ResultStride = resultStride;

    /// <summary>How many rows.</summary>
    public readonly int Rows = rows;

    /// <summary>Numbers a row, with as much of the padding as fills a cache line.</summary>
    public readonly int Columns = (columns + LineOfNumbers - 1) / LineOfNumbers * LineOfNumbers;

    /// <summary>Whether the sums start from the result itself, so that no number may be computed twice.</summary>
    public readonly bool IsInPlace => Unsafe.AreSame(in Start, in Result);

    /// <summary>The first product.</summary>
    public ProductTerm One;

    /// <summary>The second product.</summary>
    public ProductTerm Two;
}
