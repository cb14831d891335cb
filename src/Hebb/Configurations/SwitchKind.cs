using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hebb.Configurations;

/// <summary>True or false.</summary>
internal sealed class SwitchKind : SettingKind
{
    public override string Needed => "true or false";

    public override object Read(JsonNode? node, string path) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(node, path),
        };

    public override JsonNode Write(object value) => JsonValue.Create((bool)value);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
