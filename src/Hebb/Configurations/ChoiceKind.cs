using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Naming;

namespace Hebb.Configurations;

/// <summary>One of some values that have names.</summary>
/// <param name="choices">The names, in the order in which they are shown, with the values.</param>
internal sealed class ChoiceKind(IReadOnlyList<(string Name, object Value)> choices) : SettingKind
{
    private readonly string[] _names = [.. choices.Select(choice => choice.Name)];

    public override string Needed => $"one of {string.Join(", ", _names)}";

    public override object Read(JsonNode? node, string path)
    {
        // A name that is a number looks like one where it comes from the command line.
        var given = node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number when _names.Contains(SettingText.Raw(node), StringComparer.Ordinal) => SettingText.Raw(
                node
            ),
            _ => throw Wrong(node, path),
        };
        foreach ((var name, var value) in choices)
        {
            if (string.Equals(name, given, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new SettingException(path, $"{SettingText.Shown(node)}; {NearestName.Unknown(given, _names)}");
    }

    public override JsonNode Write(object value) =>
        JsonValue.Create(choices.First(choice => choice.Value.Equals(value)).Name);

    public override JsonObject Schema() =>
        new()
        {
            ["enum"] = new JsonArray([
                .. _names.Select(name => (JsonNode)JsonValue.Create(name)),
                .. _names.Where(IsNumber).Select(name => JsonNode.Parse(name)!),
            ]),
        };

    private static bool IsNumber(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
