using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Optimizers;

namespace Hebb.Agents.Settings;

/// <summary>Says of a setting that it is a name, and of which catalogue.</summary>
/// <param name="catalogue">The catalogue.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamedInAttribute(SettingsCatalogue catalogue) : Attribute
{
    /// <summary>The catalogue.</summary>
    public SettingsCatalogue Catalogue { get; } = catalogue;

    /// <summary>The names that are known, in the order of the catalogue.</summary>
    public IReadOnlyList<string> Names =>
        Catalogue switch
        {
            SettingsCatalogue.Agents => AgentCatalogue.Names,
            SettingsCatalogue.Environments => EnvironmentCatalogue.Names,
            SettingsCatalogue.Estimators => EstimatorCatalogue.Names,
            SettingsCatalogue.Relaxations => RelaxationCatalogue.Names,
            SettingsCatalogue.Optimizers => OptimizerCatalogue.Names,
            SettingsCatalogue.PolicyCosts => CostCatalogue.NamesFor(CostSubject.Policy),
            SettingsCatalogue.ActionValueCosts => CostCatalogue.NamesFor(CostSubject.ActionValue),
            _ => [],
        };
}
