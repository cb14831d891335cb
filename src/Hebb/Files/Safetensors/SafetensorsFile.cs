using System.Buffers.Binary;
using System.Text.Json;

namespace Hebb.Files.Safetensors;

/// <summary>
/// A file of named tensors in the format of Hugging Face's safetensors: eight bytes with the length of the header, the
/// header in JSON, then the numbers of all tensors without a gap, the lowest byte first everywhere.
/// </summary>
/// <param name="Name">The file it was read from, as messages name it.</param>
/// <param name="Tensors">Its tensors, in the order of their numbers.</param>
/// <param name="Metadata">What else it says, by key.</param>
public sealed record SafetensorsFile(
    string Name,
    ImmutableArray<StoredTensor> Tensors,
    ImmutableSortedDictionary<string, string> Metadata
)
{
    /// <summary>The longest header that is read, in bytes; the format's own bound.</summary>
    public const int LongestHeader = 100_000_000;

    private const int LengthSize = sizeof(ulong);

    /// <summary>Reads a file.</summary>
    /// <exception cref="RecordException">It cannot be read, or something in it is wrong; the message says what.</exception>
    public static SafetensorsFile Read(string path) => RecordException.ReadFile(path, stream => Read(stream, path));

    /// <summary>Reads what a stream holds up to its end.</summary>
    /// <param name="stream">The stream, which can seek; stays open.</param>
    /// <param name="name">What messages are to call it.</param>
    /// <exception cref="RecordException">Something in it is wrong; the message says what.</exception>
    public static SafetensorsFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var header = ReadHeader(stream);
            var (entries, metadata) = SafetensorsHeader.Read(header, stream.Length - stream.Position);
            return new SafetensorsFile(name, [.. entries.Select(entry => ReadTensor(stream, entry))], metadata);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter is how the platform's JSON says that a text in it is no Unicode.
            throw new RecordException(
                $"{name} is not a safetensors file: {RecordException.OneLine(exception)}",
                exception
            );
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="tensors">The tensors, each of another name. Those of the largest numbers go first in the file.</param>
    /// <param name="metadata">What else it is to say, by key; nothing when it is null.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or a text cannot be written as Unicode.</exception>
    public static void Write(
        string path,
        IEnumerable<StoredTensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null
    ) => WholeFile.Write(path, stream => Write(stream, tensors, metadata));

    /// <summary>Writes the content of such a file.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="tensors">The tensors, each of another name. Those of the largest numbers go first.</param>
    /// <param name="metadata">What else it is to say, by key; nothing when it is null.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or a text cannot be written as Unicode.</exception>
    public static void Write(
        Stream stream,
        IEnumerable<StoredTensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);

        // The largest first, and every number lies at a multiple of its size, as the format's own writer has it.
        StoredTensor[] ordered = [.. tensors.OrderByDescending(tensor => tensor.ElementSize)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (Array.Find(ordered, tensor => !names.Add(tensor.Name)) is { } twice)
        {
            throw new ArgumentException($"two tensors have the name {twice.Name}", nameof(tensors));
        }

        var header = SafetensorsHeader.Write(ordered, metadata ?? ImmutableSortedDictionary<string, string>.Empty);
        Span<byte> length = stackalloc byte[LengthSize];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (StoredTensor tensor in ordered)
        {
            tensor.WriteValues(stream);
        }
    }

    /// <summary>The numbers of a tensor that must be there.</summary>
    /// <typeparam name="T">The type they must have.</typeparam>
    /// <param name="shape">The shape it must have.</param>
    /// <exception cref="RecordException">There is none of that name, or it has another type or shape.</exception>
    public ImmutableArray<T> Values<T>(string tensor, params ImmutableArray<int> shape)
        where T : unmanaged
    {
        StoredTensor found =
            Tensors.FirstOrDefault(one => string.Equals(one.Name, tensor, StringComparison.Ordinal))
            ?? throw new RecordException($"{Name} has no tensor {SafetensorsHeaderValues.Quoted(tensor)}");
        return found is StoredTensor<T> typed && found.Shape.SequenceEqual(shape)
            ? typed.Values
            : throw new RecordException(
                $"{Name} has tensor {SafetensorsHeaderValues.Quoted(tensor)} as {found.ElementType} {StoredTensor.ShapeText(found.Shape)}: {StoredTensor<T>.NameOfType} {StoredTensor.ShapeText(shape)} is needed"
            );
    }

    private static byte[] ReadHeader(Stream stream)
    {
        var held = stream.Length - stream.Position;
        if (held < LengthSize)
        {
            throw new JsonException($"it has {held} bytes, and its first {LengthSize} are to tell its header's length");
        }

        Span<byte> bytes = stackalloc byte[LengthSize];
        stream.ReadExactly(bytes);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length > LongestHeader)
        {
            throw new JsonException($"its header is to have {length} bytes: more than {LongestHeader} are not read");
        }

        if ((long)length > held - LengthSize)
        {
            throw new JsonException($"its header is to have {length} bytes, and {held - LengthSize} are there");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        return header;
    }

    private static StoredTensor ReadTensor(Stream stream, SafetensorsEntry entry) =>
        entry.ElementType switch
        {
            "F32" => StoredTensor<float>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            "F64" => StoredTensor<double>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            "I32" => StoredTensor<int>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            "I64" => StoredTensor<long>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            "U32" => StoredTensor<uint>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            "U64" => StoredTensor<ulong>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            "BOOL" => StoredTensor<bool>.ReadValues(stream, entry.Name, entry.Shape, entry.Count),
            _ => throw new InvalidOperationException($"There is no reader of {entry.ElementType}."),
        };
}
