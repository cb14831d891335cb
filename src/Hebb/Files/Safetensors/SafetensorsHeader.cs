using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hebb.Files.Safetensors;

/// <summary>The header of a safetensors file: what it names in JSON.</summary>
internal static class SafetensorsHeader
{
    /// <summary>The name that stands for the metadata, not for a tensor.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>The name of the type of a tensor's numbers.</summary>
    public const string TypeName = "dtype";

    /// <summary>The name of a tensor's shape.</summary>
    public const string ShapeName = "shape";

    /// <summary>The name of the place of a tensor's bytes.</summary>
    public const string OffsetsName = "data_offsets";

    // So that the numbers which follow lie at multiples of their size.
    private const int Alignment = 8;

    /// <summary>The header of tensors whose numbers follow it one after the other.</summary>
    /// <param name="tensors">The tensors, in the order of their numbers.</param>
    /// <returns>UTF-8, filled up with spaces to a multiple of 8 bytes.</returns>
    public static byte[] Write(IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            WriteMetadata(writer, metadata);
            long begin = 0;
            foreach (StoredTensor tensor in tensors)
            {
                writer.WriteStartObject(tensor.Name);
                writer.WriteString(TypeName, tensor.ElementType);
                WriteNumbers(writer, ShapeName, tensor.Shape.Select(size => (long)size));
                WriteNumbers(writer, OffsetsName, [begin, begin + tensor.ByteCount]);
                writer.WriteEndObject();
                begin += tensor.ByteCount;
            }

            writer.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
        {
            stream.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }

    /// <summary>Reads a header and checks that its tensors fill the data without a hole.</summary>
    /// <param name="dataLength">How many bytes follow it.</param>
    /// <returns>The tensors, in the order of their numbers, and the metadata.</returns>
    /// <exception cref="JsonException">Something in it is wrong; the message says what, as part of a line.</exception>
    public static (ImmutableArray<SafetensorsEntry> Tensors, ImmutableSortedDictionary<string, string> Metadata) Read(
        ReadOnlyMemory<byte> json,
        long dataLength
    )
    {
        // A header begins with its object, by the format; JSON alone would let white space come first.
        if (json.IsEmpty || json.Span[0] != (byte)'{')
        {
            throw new JsonException("its header does not begin with {");
        }

        using JsonDocument document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
        ImmutableSortedDictionary<string, string> metadata = ImmutableSortedDictionary.Create<string, string>(
            StringComparer.Ordinal
        );
        var entries = new List<SafetensorsEntry>();
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            if (property.NameEquals(MetadataName))
            {
                metadata = SafetensorsHeaderValues.Metadata(property.Value);
            }
            else
            {
                entries.Add(SafetensorsHeaderValues.Entry(property));
            }
        }

        // Empty ones begin where they end, before the tensor that begins there.
        ImmutableArray<SafetensorsEntry> ordered =
        [
            .. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End),
        ];
        CheckFilled(ordered, dataLength);
        return (ordered, metadata);
    }

    private static void CheckFilled(ImmutableArray<SafetensorsEntry> entries, long dataLength)
    {
        long end = 0;
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Begin != end)
            {
                var defect = entry.Begin > end ? "leaves a hole" : "overlaps another";
                throw new JsonException(
                    $"tensor {SafetensorsHeaderValues.Quoted(entry.Name)} {defect}: it begins at byte {entry.Begin} of the data, not at {end}"
                );
            }

            end = entry.End;
        }

        if (end != dataLength)
        {
            throw new JsonException($"its tensors have {end} bytes in all, {dataLength} bytes follow the header");
        }
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(MetadataName);
        foreach ((var key, var value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
