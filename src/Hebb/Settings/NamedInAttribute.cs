namespace Hebb.Settings;

/// <summary>Says of a setting that it is a name, and of which catalogue.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamedInAttribute(SettingsCatalogue catalogue) : Attribute
{
    /// <summary>The catalogue.</summary>
    public SettingsCatalogue Catalogue { get; } = catalogue;
}

/// <summary>The catalogues that settings name something of; who reads settings knows them.</summary>
public enum SettingsCatalogue
{
    /// <summary>The environments.</summary>
    Environments,

    /// <summary>The costs that a policy learns from.</summary>
    PolicyCosts,

    /// <summary>The costs that the values of actions learn from.</summary>
    ActionValueCosts,
}
