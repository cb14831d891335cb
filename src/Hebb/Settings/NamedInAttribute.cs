namespace Hebb.Settings;

/// <summary>Says of a setting that it is a name, and of which catalogue.</summary>
/// <param name="catalogue">The catalogue.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamedInAttribute(SettingsCatalogue catalogue) : Attribute
{
    /// <summary>The catalogue.</summary>
    public SettingsCatalogue Catalogue { get; } = catalogue;
}
