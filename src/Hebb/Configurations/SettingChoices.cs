using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Naming;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Settings;

namespace Hebb.Configurations;

/// <summary>What settings can name.</summary>
internal static class SettingChoices
{
    /// <summary>The names of a catalogue, in its order.</summary>
    public static IReadOnlyList<string> Names(SettingsCatalogue catalogue, CatalogueSet known) =>
        catalogue switch
        {
            SettingsCatalogue.Environments => known.Environments.Names,
            SettingsCatalogue.PolicyCosts => CostCatalogue.NamesFor(CostSubject.Policy),
            _ => CostCatalogue.NamesFor(CostSubject.ActionValue),
        };

    /// <summary>What can be chosen with settings of its own, each with the usual ones.</summary>
    /// <param name="type">The type of all of them; see <see cref="SettingRecord.IsChosen"/>.</param>
    public static IReadOnlyList<INamed> Of(Type type, CatalogueSet known) =>
        type == typeof(EstimatorSettings) ? known.Estimators
        : type == typeof(RelaxationSettings) ? known.Relaxations
        : type == typeof(OptimizerSettings) ? known.Optimizers
        : throw new ArgumentException($"{type.Name}: no catalogue is of this type", nameof(type));
}
