using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Hebb.Numerics;

/// <summary>A view of a row-major matrix whose rows may be padded. Nothing is owned or copied.</summary>
/// <param name="span">The numbers, from the first of row 0 to the last of the last row at least.</param>
/// <param name="rows">How many rows; at least 0.</param>
/// <param name="columns">Numbers a row, without padding; at least 1.</param>
/// <param name="stride">From the start of one row to the start of the next; at least the columns.</param>
[SuppressMessage("Performance", "CA1815", Justification = "A view is not compared.")]
public readonly ref struct MatrixSpan<T>(Span<T> span, int rows, int columns, int stride)
    where T : unmanaged
{
    /// <summary>How many rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Numbers a row, without padding.</summary>
    public int Columns { get; } = columns;

    /// <summary>From the start of one row to the start of the next.</summary>
    public int Stride { get; } = stride;

    /// <summary>The numbers with the padding.</summary>
    public Span<T> Span { get; } = span;

    /// <summary>A row without its padding.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public Span<T> this[int row] => Span.Slice(row * Stride, Columns);

    /// <summary>The same numbers, for reading.</summary>
    /// <param name="matrix">The view.</param>
    public static implicit operator ReadOnlyMatrixSpan<T>(MatrixSpan<T> matrix) => matrix.ForReading();

    /// <summary>The same numbers, where they are known to be float32.</summary>
    internal MatrixSpan<float> AsSingle() => new(MemoryMarshal.Cast<T, float>(Span), Rows, Columns, Stride);

    /// <summary>The same numbers, for reading.</summary>
    public ReadOnlyMatrixSpan<T> ForReading() => new(Span, Rows, Columns, Stride);
}
