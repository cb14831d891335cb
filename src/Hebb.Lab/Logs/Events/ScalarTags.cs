using System.Buffers.Binary;
using System.Text;

namespace Hebb.Lab.Logs.Events;

/// <summary>The tags of the scalars that are recorded together, made ready once for every event to come.</summary>
public sealed class ScalarTags
{
    private const int BytesPerNumber = sizeof(float);

    private readonly byte[] _bytes;
    private readonly int[] _ends;

    /// <summary>Makes tags ready.</summary>
    /// <param name="tags">The tags, such as <c>charts/episodic_return</c>.</param>
    /// <exception cref="ArgumentException">A tag is empty, or there twice.</exception>
    public ScalarTags(params ImmutableArray<string> tags)
    {
        if (tags.Any(string.IsNullOrEmpty) || tags.Distinct(StringComparer.Ordinal).Count() != tags.Length)
        {
            throw new ArgumentException(
                $"tags: {string.Join(", ", tags)}; different tags that are not empty are needed",
                nameof(tags)
            );
        }

        Tags = tags;
        using var stream = new MemoryStream();
        _ends = [.. tags.Select(tag => (int)Encode(stream, tag))];
        _bytes = stream.ToArray();
    }

    /// <summary>The tags.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>How many bytes the summary of some numbers takes; 0 where none is a number.</summary>
    /// <param name="values">The numbers, in the order of the tags.</param>
    internal int SummaryBytes(ReadOnlySpan<double> values)
    {
        var count = 0;
        var begin = 0;
        for (var index = 0; index < values.Length; index++)
        {
            var end = _ends[index];
            count += double.IsNaN(values[index]) ? 0 : end - begin + BytesPerNumber;
            begin = end;
        }

        return count;
    }

    /// <summary>Writes the summary of some numbers.</summary>
    /// <param name="values">The numbers, in the order of the tags.</param>
    internal void WriteSummary(Span<byte> destination, ReadOnlySpan<double> values)
    {
        var begin = 0;
        for (var index = 0; index < values.Length; index++)
        {
            var end = _ends[index];
            if (!double.IsNaN(values[index]))
            {
                _bytes.AsSpan(begin, end - begin).CopyTo(destination);
                destination = destination[(end - begin)..];
                BinaryPrimitives.WriteSingleLittleEndian(destination, (float)values[index]);
                destination = destination[BytesPerNumber..];
            }

            begin = end;
        }
    }

    // All of a Value up to its number.
    private static long Encode(MemoryStream stream, string tag)
    {
        var text = Encoding.UTF8.GetBytes(tag);
        var length = 1 + EventFields.VarintBytes((ulong)text.Length) + text.Length + 1 + BytesPerNumber;
        Span<byte> number = stackalloc byte[10];
        stream.WriteByte(EventFields.Value);
        stream.Write(number[..EventFields.WriteVarint(number, (ulong)length)]);
        stream.WriteByte(EventFields.Tag);
        stream.Write(number[..EventFields.WriteVarint(number, (ulong)text.Length)]);
        stream.Write(text);
        stream.WriteByte(EventFields.SimpleValue);
        return stream.Length;
    }
}
