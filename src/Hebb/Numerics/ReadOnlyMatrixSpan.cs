using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Hebb.Numerics;

/// <summary>A view of a row-major matrix whose rows may be padded, for reading. Nothing is owned or copied.</summary>
/// <param name="span">The numbers, from the first of row 0 to the last of the last row at least.</param>
/// <param name="rows">How many rows; at least 0.</param>
/// <param name="columns">Numbers a row, without padding; at least 1.</param>
/// <param name="stride">From the start of one row to the start of the next; at least the columns.</param>
[SuppressMessage("Performance", "CA1815", Justification = "A view is not compared.")]
public readonly ref struct ReadOnlyMatrixSpan<T>(ReadOnlySpan<T> span, int rows, int columns, int stride)
    where T : unmanaged
{
    /// <summary>A view of rows that follow one another without padding.</summary>
    /// <param name="span">The numbers, row after row.</param>
    /// <param name="columns">Numbers a row; at least 1; a divisor of the span's length.</param>
    /// <exception cref="ArgumentException">The span does not hold whole rows.</exception>
    public ReadOnlyMatrixSpan(ReadOnlySpan<T> span, int columns)
        : this(span, WholeRows(span.Length, columns), columns, columns) { }

    /// <summary>How many rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Numbers a row, without padding.</summary>
    public int Columns { get; } = columns;

    /// <summary>From the start of one row to the start of the next.</summary>
    public int Stride { get; } = stride;

    /// <summary>The numbers with the padding.</summary>
    public ReadOnlySpan<T> Span { get; } = Checked(span, rows, columns, stride);

    /// <summary>A row without its padding.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public ReadOnlySpan<T> this[int row] => Span.Slice(row * Stride, Columns);

    /// <summary>Some of the rows.</summary>
    /// <param name="first">The first of them.</param>
    public ReadOnlyMatrixSpan<T> Slice(int first, int count) =>
        new(count == 0 ? [] : Span.Slice(first * Stride, ((count - 1) * Stride) + Columns), count, Columns, Stride);

    /// <summary>The same numbers, where they are known to be float32.</summary>
    internal ReadOnlyMatrixSpan<float> AsSingle() => new(MemoryMarshal.Cast<T, float>(Span), Rows, Columns, Stride);

    private static ReadOnlySpan<T> Checked(ReadOnlySpan<T> span, int rows, int columns, int stride)
    {
        // The kernels trust what a view says of itself. A stride of 0 repeats one row.
        var needed = rows == 0 ? 0 : ((rows - 1L) * stride) + columns;
        return rows >= 0 && columns >= 1 && (stride >= columns || stride == 0) && span.Length >= needed
            ? span
            : throw new ArgumentException(
                $"span: {span.Length} numbers for {rows} rows of {columns}, {stride} apart; {needed} are needed",
                nameof(span)
            );
    }

    private static int WholeRows(int length, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        return length % columns == 0
            ? length / columns
            : throw new ArgumentException(
                $"The span holds {length} numbers; whole rows of {columns} are needed.",
                nameof(length)
            );
    }
}
