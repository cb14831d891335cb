using System.Text.Json.Nodes;
using Hebb.Naming;

namespace Hebb.Configurations;

/// <summary>The name of what is chosen from a catalogue with settings of its own.</summary>
/// <param name="choices">What there is to choose from, each with its usual settings.</param>
internal sealed class ChosenKind(IReadOnlyList<INamed> choices) : SettingKind
{
    private readonly ChoiceKind _names = new([.. choices.Select(choice => (choice.Name, (object)choice))]);

    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<INamed> Choices => choices;

    public override string Needed => _names.Needed;

    public override object Read(JsonNode? node, string path) => _names.Read(node, path);

    public override JsonNode Write(object value) => JsonValue.Create(((INamed)value).Name);

    public override JsonObject Schema() => _names.Schema();
}
