using System.Text.Json;

namespace Hebb.Files.Safetensors;

/// <summary>Reads the values in the header of a safetensors file, and says in a line what is wrong with one.</summary>
internal static class SafetensorsHeaderValues
{
    private const int LongestQuotation = 60;

    /// <summary>Reads what is said of one tensor.</summary>
    /// <exception cref="JsonException">Something is wrong.</exception>
    public static SafetensorsEntry Entry(JsonProperty property)
    {
        var name = property.Name;
        var type = Field(name, property.Value, SafetensorsHeader.TypeName, JsonValueKind.String).GetString()!;
        ImmutableArray<int> shape = Shape(name, property.Value);
        (var begin, var end) = Offsets(name, property.Value);
        if (StoredTensor.CountOf(shape) is not { } count)
        {
            throw new JsonException(
                $"the shape of tensor {Quoted(name)} is {StoredTensor.ShapeText(shape)}: at most {StoredTensor.MostValues} numbers can be read"
            );
        }

        var size = SizeOf(name, type);
        return end - begin == (long)count * size
            ? new SafetensorsEntry(name, type, shape, count, begin, end)
            : throw new JsonException(
                $"tensor {Quoted(name)} has {end - begin} bytes: {type} in shape {StoredTensor.ShapeText(shape)} needs {(long)count * size}"
            );
    }

    /// <summary>Reads the metadata.</summary>
    /// <exception cref="JsonException">It is not an object of texts.</exception>
    public static ImmutableSortedDictionary<string, string> Metadata(JsonElement metadata)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"its {SafetensorsHeader.MetadataName} is not an object");
        }

        ImmutableSortedDictionary<string, string>.Builder texts = ImmutableSortedDictionary.CreateBuilder<
            string,
            string
        >(StringComparer.Ordinal);
        foreach (JsonProperty property in metadata.EnumerateObject())
        {
            texts.Add(
                property.Name,
                property.Value.ValueKind == JsonValueKind.String
                    ? property.Value.GetString()!
                    : throw new JsonException(
                        $"its {SafetensorsHeader.MetadataName} {Quoted(property.Name)} is not a text"
                    )
            );
        }

        return texts.ToImmutable();
    }

    /// <summary>A text of the file as part of a message: on one line, and cut where it is long.</summary>
    public static string Quoted(string text)
    {
        var line = JsonEncodedText.Encode(text).Value;
        return line.Length > LongestQuotation ? $"\"{line[..LongestQuotation]}...\"" : $"\"{line}\"";
    }

    private static int SizeOf(string name, string type) =>
        type switch
        {
            "F32" or "I32" or "U32" => 4,
            "F64" or "I64" or "U64" => 8,
            "BOOL" => 1,
            _ => throw new JsonException(
                $"tensor {Quoted(name)} is of type {Quoted(type)}: F32, F64, I32, I64, U32, U64 and BOOL can be read"
            ),
        };

    private static ImmutableArray<int> Shape(string name, JsonElement tensor)
    {
        JsonElement shape = Field(name, tensor, SafetensorsHeader.ShapeName, JsonValueKind.Array);
        ImmutableArray<int>.Builder sizes = ImmutableArray.CreateBuilder<int>(shape.GetArrayLength());
        foreach (JsonElement element in shape.EnumerateArray())
        {
            sizes.Add(
                element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var size) && size >= 0
                    ? size
                    : throw new JsonException(
                        $"the shape of tensor {Quoted(name)} has size {Raw(element)}: a size is a whole number from 0 to {int.MaxValue}"
                    )
            );
        }

        return sizes.MoveToImmutable();
    }

    private static (long Begin, long End) Offsets(string name, JsonElement tensor)
    {
        JsonElement offsets = Field(name, tensor, SafetensorsHeader.OffsetsName, JsonValueKind.Array);
        return
            offsets.GetArrayLength() == 2
            && IsOffset(offsets[0], out var begin)
            && IsOffset(offsets[1], out var end)
            && begin <= end
            ? (begin, end)
            : throw new JsonException(
                $"the data_offsets of tensor {Quoted(name)} are {Raw(offsets)}: two numbers from 0 up are needed, [begin, end]"
            );
    }

    private static bool IsOffset(JsonElement element, out long offset)
    {
        offset = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out offset) && offset >= 0;
    }

    private static JsonElement Field(string name, JsonElement tensor, string field, JsonValueKind kind) =>
        tensor.ValueKind == JsonValueKind.Object
        && tensor.TryGetProperty(field, out JsonElement value)
        && value.ValueKind == kind
            ? value
            : throw new JsonException($"tensor {Quoted(name)} has no {field}, or one that is not {Article(kind)}");

    private static string Article(JsonValueKind kind) => kind == JsonValueKind.Array ? "an array" : "a text";

    private static string Raw(JsonElement element)
    {
        var raw = element.GetRawText().ReplaceLineEndings(" ");
        return raw.Length > LongestQuotation ? $"{raw[..LongestQuotation]}..." : raw;
    }
}
