using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>
/// JSON that a record holds as it stands. The platform looks at it when it is used, and only then finds names that come twice or texts
/// that are no Unicode: here it is looked at whole.
/// </summary>
internal static class WholeJson
{
    /// <summary>Refuses what could not be used.</summary>
    /// <param name="node">What the record holds; null where it holds nothing.</param>
    /// <exception cref="JsonException">A name comes twice, or a text is no Unicode.</exception>
    public static void Require(JsonNode? node)
    {
        try
        {
            Read(node);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new JsonException(RecordException.OneLine(exception), exception);
        }
    }

    private static void Read(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject all:
                foreach ((_, JsonNode? one) in all)
                {
                    Read(one);
                }

                break;
            case JsonArray all:
                foreach (JsonNode? one in all)
                {
                    Read(one);
                }

                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                value.GetValue<string>();
                break;
            default:
                break;
        }
    }
}
