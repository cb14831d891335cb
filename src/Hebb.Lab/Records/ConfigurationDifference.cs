using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>How two configurations of one kind differ, told for people.</summary>
internal static class ConfigurationDifference
{
    private const int LongestShown = 100;

    /// <summary>The first field that one lacks or has as something else than another, in words; null where there is none.</summary>
    public static string? MissingField(JsonObject found, JsonObject shape) =>
        shape
            .Where(field => !HasShape(found[field.Key], field.Value))
            .Select(field => Words(field.Key))
            .FirstOrDefault();

    /// <summary>Refuses a directory of another configuration: with the first difference, such as <c>first seed is 5 there and 6 now</c>.</summary>
    /// <param name="asked">The configuration that was asked for; the recorded one has its shape.</param>
    /// <exception cref="RecordException">The two differ.</exception>
    public static void Refuse(string directory, JsonObject recorded, JsonObject asked)
    {
        foreach (((var field, var was), (_, var wanted)) in Fields(recorded, asked).Zip(Fields(asked, asked)))
        {
            if (!string.Equals(was, wanted, StringComparison.Ordinal))
            {
                throw new RecordException(
                    $"{directory} belongs to another configuration: {field} is {Shown(was)} there and {Shown(wanted)} now; choose a new directory or the same arguments"
                );
            }
        }
    }

    // A list may name hundreds of things.
    private static string Shown(string value) =>
        value.Length <= LongestShown ? value : string.Concat(value.AsSpan(0, LongestShown), "...");

    private static bool HasShape(JsonNode? found, JsonNode? shape) =>
        shape switch
        {
            null => true,
            JsonObject all => found is JsonObject one && MissingField(one, all) is null,
            JsonArray all => found is JsonArray items && items.All(item => HasShape(item, all.FirstOrDefault())),
            _ => found is JsonValue value && Kind(value) == Kind(shape),
        };

    private static JsonValueKind Kind(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.True ? JsonValueKind.False : value.GetValueKind();

    // What lies in parts is called by its path.
    private static IEnumerable<(string Field, string Value)> Fields(
        JsonObject configuration,
        JsonObject shape,
        string part = ""
    )
    {
        foreach ((var key, JsonNode? kind) in shape)
        {
            JsonNode? value = configuration[key];
            if (kind is JsonArray { Count: > 0 } items && items[0] is JsonObject item)
            {
                foreach ((string, string) field in FieldsOf(value!.AsArray(), key, item))
                {
                    yield return field;
                }
            }
            else if (kind is JsonObject inner)
            {
                foreach ((string, string) field in Fields(value as JsonObject ?? [], inner, $"{part}{key}."))
                {
                    yield return field;
                }
            }
            else
            {
                yield return (part.Length == 0 ? Words(key) : $"{part}{key}", Text(value));
            }
        }
    }

    // Of a list of things: what they are, how many there are, then the numbers of each.
    private static IEnumerable<(string Field, string Value)> FieldsOf(JsonArray all, string key, JsonObject shape)
    {
        string[] names =
        [
            .. shape.Where(field => Kind(field.Value!) is JsonValueKind.String).Select(field => field.Key),
        ];
        foreach (var name in names)
        {
            var values = all.Select(one => Text(one![name])).Distinct(StringComparer.Ordinal);
            yield return ($"{Words(name)}s", string.Join(',', values));
        }

        yield return ($"the number of {Words(key)}", Text(all.Count));
        foreach (JsonNode? one in all)
        {
            var of = all.Count == 1 ? "" : $" of {string.Join(" in ", names.Select(name => Text(one![name])))}";
            foreach (var number in shape.Select(field => field.Key).Except(names, StringComparer.Ordinal))
            {
                yield return ($"{Words(number)}{of}", Text(one![number]));
            }
        }
    }

    private static string Text(JsonNode? value) =>
        value switch
        {
            null => "nothing",
            JsonArray all => string.Join(',', all.Select(Text)),
            _ when Kind(value) is JsonValueKind.False => value.GetValue<bool>() ? "on" : "off",
            _ => value.ToString(),
        };

    private static string Words(string key) => JsonNamingPolicy.SnakeCaseLower.ConvertName(key).Replace('_', ' ');
}
