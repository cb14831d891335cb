using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Settings;

namespace Hebb.Configurations;

/// <summary>A number within a range.</summary>
/// <param name="type">Its type: <c>int</c>, <c>long</c>, <c>float</c> or <c>double</c>.</param>
internal sealed class NumberKind(Type type, NumberRange range) : SettingKind
{
    private const string Infinity = "infinity";

    // Beyond it a double leaves whole numbers out.
    private const double MostExact = 9007199254740992;

    public override string Needed => range.Text;

    public override object Read(JsonNode? node, string path)
    {
        var number = node?.GetValueKind() switch
        {
            JsonValueKind.Number => Number(SettingText.Raw(node)),
            JsonValueKind.String when range.HasInfinity && IsInfinity(node) => double.PositiveInfinity,
            _ => double.NaN,
        };
        if (!range.Contains(number) || (double.IsInfinity(number) && node!.GetValueKind() is JsonValueKind.Number))
        {
            throw Wrong(node, path);
        }

        // What rounds to the end of the range in fewer digits is no longer in it.
        if (type == typeof(float) && !(float.IsFinite((float)number) && range.Contains((float)number)))
        {
            throw Wrong(node, path);
        }

        return type == typeof(int) ? (int)number
            : type == typeof(long) ? Whole(node, number)
            : type == typeof(float) ? (float)number
            : (object)number;
    }

    public override JsonNode Write(object value) =>
        value switch
        {
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            float number => JsonValue.Create(number),
            double number when double.IsPositiveInfinity(number) => JsonValue.Create(Infinity),
            _ => JsonValue.Create((double)value),
        };

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = range.IsWhole ? "integer" : "number" };
        if (range.HasMinimum)
        {
            schema[range.ExcludesMinimum ? "exclusiveMinimum" : "minimum"] = range.Minimum;
        }

        if (range.HasMaximum && !range.HasInfinity)
        {
            schema[range.ExcludesMaximum ? "exclusiveMaximum" : "maximum"] = range.Maximum;
        }

        return range.HasInfinity
            ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["const"] = Infinity }) }
            : schema;
    }

    private double Number(string text)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber && (!range.IsWhole || Math.Floor(number) == number) ? number : double.NaN;
    }

    private static long Whole(JsonNode? node, double number) =>
        long.TryParse(SettingText.Raw(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : (long)Math.Clamp(number, -MostExact, MostExact);

    private static bool IsInfinity(JsonNode node) =>
        string.Equals(node.GetValue<string>(), Infinity, StringComparison.Ordinal);
}
