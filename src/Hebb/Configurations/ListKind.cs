using System.Text.Json.Nodes;

namespace Hebb.Configurations;

/// <summary>Some values of one kind, in order.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
internal sealed class ListKind<T>(SettingKind element) : SettingKind
    where T : notnull
{
    private const int Most = 1000;

    public override string Needed => $"a list, each {element.Needed},";

    public override object Read(JsonNode? node, string path) =>
        node is JsonArray { Count: <= Most } array
            ? array.Select((one, place) => (T)element.Read(one, $"{path}[{place}]")).ToImmutableArray()
            : throw Wrong(node, path);

    public override JsonNode Write(object value) =>
        new JsonArray([.. ((ImmutableArray<T>)value).Select(one => element.Write(one))]);

    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "array",
            ["items"] = element.Schema(),
            ["maxItems"] = Most,
        };
}
