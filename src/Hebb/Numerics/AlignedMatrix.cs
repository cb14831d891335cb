using System.Runtime.InteropServices;

namespace Hebb.Numerics;

/// <summary>
/// A row-major matrix whose rows start on cache lines and are padded to whole ones, so that vector loops need no
/// remainder. Rows a multiple of 512 bytes apart would crowd few sets of the first-level cache, so such rows get one
/// line more.
/// </summary>
public sealed class AlignedMatrix<T>
    where T : unmanaged
{
    private const int LineBytes = 64;
    private const int CrowdedLines = 8;

    private readonly AlignedBuffer<T> _buffer;

    /// <summary>Allocates a matrix of zeros.</summary>
    /// <param name="rows">How many rows; at least 0.</param>
    /// <param name="columns">Numbers a row; at least 1.</param>
    public AlignedMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Rows = rows;
        Columns = columns;
        Stride = StrideOf(columns);
        _buffer = new AlignedBuffer<T>(checked(rows * Stride));
    }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>Numbers a row, without padding.</summary>
    public int Columns { get; }

    /// <summary>From the start of one row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>The whole matrix.</summary>
    public MatrixSpan<T> All => new(_buffer.Span, Rows, Columns, Stride);

    /// <summary>All numbers with the padding, row after row.</summary>
    public Span<T> Span => _buffer.Span;

    /// <summary>The first number.</summary>
    internal ref T Start => ref _buffer.Start;

    /// <summary>A row without its padding.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public Span<T> this[int row] => _buffer.Span.Slice(row * Stride, Columns);

    /// <summary>A row with its padding.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public Span<T> Padded(int row) => _buffer.Span.Slice(row * Stride, Stride);

    /// <summary>The first rows.</summary>
    /// <param name="rows">How many; at most <see cref="Rows"/>.</param>
    public MatrixSpan<T> First(int rows) => new(_buffer.Span[..(rows * Stride)], rows, Columns, Stride);

    /// <summary>Exchanges two rows.</summary>
    /// <param name="other">The other; may be the same.</param>
    public void Swap(int one, int other)
    {
        if (one == other)
        {
            return;
        }

        // Padded rows are whole cache lines, which vectors of any width divide.
        var first = MemoryMarshal.Cast<T, Vector<byte>>(Padded(one));
        var second = MemoryMarshal.Cast<T, Vector<byte>>(Padded(other));
        for (var part = 0; part < first.Length; part++)
        {
            (first[part], second[part]) = (second[part], first[part]);
        }
    }

    /// <summary>The stride of rows of some length.</summary>
    /// <param name="columns">Numbers a row.</param>
    internal static int StrideOf(int columns)
    {
        var perLine = LineBytes / Marshal.SizeOf<T>();
        var lines = checked(columns + perLine - 1) / perLine;
        return checked(perLine * (lines % CrowdedLines == 0 ? lines + 1 : lines));
    }
}
