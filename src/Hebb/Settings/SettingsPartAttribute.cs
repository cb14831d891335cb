namespace Hebb.Settings;

/// <summary>
/// Where the settings of a nested record stand in a file: among those of the part of this name, or, where it is empty, among those of
/// the record itself. Without it they are a part named as the property.
/// </summary>
/// <param name="name">The name, in camel case; empty for the record itself.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingsPartAttribute(string name) : Attribute
{
    /// <summary>The name of the part; empty for the record itself.</summary>
    public string Name { get; } = name;
}
