namespace Hebb.Settings;

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
