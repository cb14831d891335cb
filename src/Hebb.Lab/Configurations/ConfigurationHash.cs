using System.Security.Cryptography;
using System.Text;

namespace Hebb.Lab.Configurations;

/// <summary>Which configurations are one and the same: a hash of canonical JSON, whose names are in order and which has no spaces.</summary>
internal static class ConfigurationHash
{
    private const int Digits = 12;

    /// <summary>The first digits of the SHA-256 of JSON, in hexadecimal.</summary>
    /// <param name="node">The JSON; the order of names in it makes no difference.</param>
    public static string Of(JsonNode node) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Ordered(node)!.ToJsonString())))[..Digits];

    private static JsonNode? Ordered(JsonNode? node) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields
                    .OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => KeyValuePair.Create(field.Key, Ordered(field.Value)))
            ),
            JsonArray array => new JsonArray([.. array.Select(Ordered)]),
            _ => node?.DeepClone(),
        };
}
