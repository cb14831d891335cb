using Hebb.Snapshots;

namespace Hebb.Numerics;

/// <summary>
/// Rows of equal length kept for a while, such as the hidden states of an episode. Rows are reused after
/// <see cref="Clear"/>, and memory grows only when an episode is longer than every one before.
/// </summary>
/// <param name="width">Numbers a row; at least 1. Rows start aligned where the width is a multiple of 16.</param>
/// <param name="capacity">Rows to make room for at first; at least 1.</param>
internal sealed class RowStore<T>(int width, int capacity = 256) : IStateful
    where T : unmanaged, INumberBase<T>
{
    private const int MostNumbers = 1 << 28;

    private AlignedBuffer<T> _buffer = new(width * capacity);

    /// <summary>How many rows are kept.</summary>
    public int Count { get; private set; }

    /// <summary>A row.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Span<T> this[int index] => _buffer.Span.Slice(index * width, width);

    /// <summary>Makes room for one more row; its numbers are what an earlier use left there.</summary>
    public Span<T> Add()
    {
        if ((Count + 1) * width > _buffer.Length)
        {
            Grow();
        }

        return this[Count++];
    }

    /// <summary>Adds an observation, converted to the number type.</summary>
    /// <param name="observation">As many numbers as the row is wide.</param>
    public Span<T> Add(ReadOnlySpan<float> observation)
    {
        var row = Add();
        TensorPrimitives.ConvertTruncating(observation, row);
        return row;
    }

    /// <summary>All rows, one after another.</summary>
    public Span<T> Rows => _buffer.Span[..(Count * width)];

    /// <summary>Sets the number of rows; the numbers of new ones are what an earlier use left there.</summary>
    /// <param name="count">At least 0.</param>
    /// <returns>All rows.</returns>
    public Span<T> Resize(int count)
    {
        while (count * width > _buffer.Length)
        {
            Grow();
        }

        Count = count;
        return Rows;
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear() => Count = 0;

    private void Grow()
    {
        var larger = new AlignedBuffer<T>(2 * _buffer.Length);
        _buffer.Span.CopyTo(larger.Span);
        _buffer = larger;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        Resize(visitor.Count("count", Count, MostNumbers / width));
        visitor.Numbers("rows", Rows);
    }
}
