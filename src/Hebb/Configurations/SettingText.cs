using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hebb.Configurations;

/// <summary>How settings are named and shown in messages.</summary>
internal static class SettingText
{
    /// <summary>The name in files of what is chosen from a catalogue.</summary>
    public const string ChoiceName = "name";

    private const int MostShown = 60;

    /// <summary>A setting of a part.</summary>
    /// <param name="path">The path of the part; empty for the whole.</param>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A value as JSON, shortened where it is long.</summary>
    public static string Shown(JsonNode? node)
    {
        var text = Raw(node);
        return text.Length <= MostShown ? text : string.Concat(text.AsSpan(0, MostShown), "...");
    }

    /// <summary>A value as JSON.</summary>
    public static string Raw(JsonNode? node)
    {
        try
        {
            return node is null ? "null" : node.ToJsonString();
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException)
        {
            // Numbers that JSON has no text for.
            return node!.ToString();
        }
    }

    /// <summary>Words in camel case, as settings are named.</summary>
    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Words in lower case with hyphens, as choices are named.</summary>
    public static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
