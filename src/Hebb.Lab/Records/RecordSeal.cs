using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>
/// The seal of a record: a hash of everything else that the record says, by which a later change of its numbers is noticed. It guards against
/// mistakes, not against someone who computes it anew.
/// </summary>
public static class RecordSeal
{
    /// <summary>The field that holds it.</summary>
    public const string Field = "seal";

    /// <summary>
    /// The SHA-256, in hexadecimal digits, of a record without its seal in a form that does not depend on blanks and on the order of its fields:
    /// names are sorted by their UTF-16 units, nothing stands between two parts, numbers stand as they are written.
    /// </summary>
    /// <param name="record">The record; an object.</param>
    public static string Of(JsonElement record)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            Write(writer, record, isWhole: true);
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement part, bool isWhole = false)
    {
        switch (part.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var fields = part.EnumerateObject().Where(field => !isWhole || field.Name != Field);
                foreach (JsonProperty field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement one in part.EnumerateArray())
                {
                    Write(writer, one);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(part.GetString());
                break;
            default:
                part.WriteTo(writer);
                break;
        }
    }
}
