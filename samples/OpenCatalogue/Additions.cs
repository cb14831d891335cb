using Hebb.Catalogues;

namespace OpenCatalogue;

/// <summary>What this program adds to what can be named: one of each kind.</summary>
public static class Additions
{
    /// <summary>A set with the additions.</summary>
    /// <param name="catalogues">The set without them; it stays as it is.</param>
    public static CatalogueSet To(CatalogueSet catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        return catalogues with
        {
            Environments = catalogues.Environments.Add(Corridor.Entry),
            Agents = catalogues.Agents.Add(SarsaAgent.Entry),
            Activations = catalogues.Activations.Add(Softsign.Activation),
            Estimators = catalogues.Estimators.Add(new ExtrapolatedSettings()),
            Relaxations = catalogues.Relaxations.Add(new CautiousSettings()),
            Optimizers = catalogues.Optimizers.Add(new SignDescentSettings()),
        };
    }
}
