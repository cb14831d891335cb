using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hebb.Configurations;

/// <summary>A text, such as the path of a directory.</summary>
internal sealed class TextKind : SettingKind
{
    public override string Needed => "a text";

    public override object Read(JsonNode? node, string path) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),

            // A name that is a number looks like one where it comes from the command line.
            JsonValueKind.Number => SettingText.Raw(node),
            _ => throw Wrong(node, path),
        };

    public override JsonNode Write(object value) => JsonValue.Create((string)value);

    public override JsonObject Schema() => new() { ["type"] = "string" };
}
