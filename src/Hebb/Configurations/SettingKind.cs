using System.Text.Json.Nodes;

namespace Hebb.Configurations;

/// <summary>What can be the value of a setting: how it is read, written and described.</summary>
internal abstract class SettingKind
{
    /// <summary>What is needed, in words, such as <c>a number above 0</c>.</summary>
    public abstract string Needed { get; }

    /// <summary>Reads a value.</summary>
    /// <exception cref="SettingException">It is none of this kind.</exception>
    public abstract object Read(JsonNode? node, string path);

    /// <summary>Writes a value.</summary>
    public abstract JsonNode Write(object value);

    /// <summary>The kind as a JSON schema.</summary>
    public abstract JsonObject Schema();

    /// <summary>Refuses a value.</summary>
    protected SettingException Wrong(JsonNode? node, string path) =>
        new(path, $"{SettingText.Shown(node)}; {Needed} is needed");
}
