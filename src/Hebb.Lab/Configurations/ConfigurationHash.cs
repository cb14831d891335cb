using System.Security.Cryptography;
using System.Text.Json;

namespace Hebb.Lab.Configurations;

/// <summary>Which configurations are one and the same: a hash of canonical JSON, whose names are in order and which has no spaces.</summary>
internal static class ConfigurationHash
{
    private const int Digits = 12;

    /// <summary>The first digits of the SHA-256 of JSON, in hexadecimal.</summary>
    /// <param name="node">The JSON; the order of names in it makes no difference.</param>
    public static string Of(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, node);
        }

        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()))[..Digits];
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject fields:
                writer.WriteStartObject();
                foreach ((var name, JsonNode? value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (JsonNode? value in array)
                {
                    Write(writer, value);
                }

                writer.WriteEndArray();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
