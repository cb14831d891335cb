using System.Text.Json;

namespace Hebb.Lab.Configurations;

/// <summary>A setting as on the command line: <c>PATH=VALUE</c>. The value is JSON, or else a word.</summary>
public static class SettingAssignment
{
    /// <summary>Reads one; null where it is none.</summary>
    /// <param name="text">The text, such as <c>agent.beta=0.1</c>.</param>
    public static (string Path, JsonNode? Value)? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var path = equals < 0 ? "" : text[..equals].Trim();
        return path.Length == 0 || path.Split('.').Any(string.IsNullOrWhiteSpace)
            ? null
            : (path, ValueOf(text[(equals + 1)..]));
    }

    // What is no JSON is a word: nobody wants to quote quotation marks for a shell.
    private static JsonNode? ValueOf(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
