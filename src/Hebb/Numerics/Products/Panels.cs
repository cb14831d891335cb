using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>
/// A copy of a right matrix in the order in which tiles read it: panels as wide as a tile, row after row without a gap.
/// Large matrices, which do not stay in the caches near the core, stream from memory only so.
/// </summary>
internal sealed class Panels
{
    /// <summary>Columns of a panel: two of the widest registers. The last panel is half as wide where that is enough.</summary>
    public const int Width = 32;

    // Below a quarter of a megabyte matrices stay near the core however they lie.
    private const int LeastNumbers = 1 << 16;

    private readonly AlignedBuffer<float> _buffer;

    /// <summary>Makes room for the copy of a matrix.</summary>
    public Panels(int rows, int columns) => _buffer = new AlignedBuffer<float>(rows * Padded(columns));

    /// <summary>The first number.</summary>
    public ref float Start => ref _buffer.Start;

    /// <summary>Whether a copy pays: tiles of the widest registers read a large matrix.</summary>
    /// <param name="rows">The matrix's rows.</param>
    public static bool Pay(int rows, int columns) =>
        Vector512.IsHardwareAccelerated && (long)rows * columns >= LeastNumbers;

    /// <summary>Copies a matrix.</summary>
    /// <param name="matrix">The matrix, its rows padded to whole cache lines.</param>
    public void CopyFrom(ReadOnlyMatrixSpan<float> matrix)
    {
        var columns = Padded(matrix.Columns);
        var target = _buffer.Span;
        for (var column = 0; column < columns; column += Width)
        {
            var width = Math.Min(Width, columns - column);
            for (var row = 0; row < matrix.Rows; row++)
            {
                matrix
                    .Span.Slice((row * matrix.Stride) + column, width)
                    .CopyTo(target.Slice((column * matrix.Rows) + (row * width), width));
            }
        }
    }

    private static int Padded(int columns) => (columns + (Width / 2) - 1) / (Width / 2) * (Width / 2);
}
