using Hebb.Catalogues;

namespace Hebb.Agents.Settings;

/// <summary>The catalogues that settings name something of.</summary>
public enum SettingsCatalogue
{
    /// <summary><see cref="AgentCatalogue"/>.</summary>
    Agents,

    /// <summary><see cref="Hebb.Catalogues.EnvironmentCatalogue"/>.</summary>
    Environments,

    /// <summary><see cref="Hebb.Catalogues.EstimatorCatalogue"/>.</summary>
    Estimators,

    /// <summary><see cref="Hebb.Catalogues.RelaxationCatalogue"/>.</summary>
    Relaxations,

    /// <summary><see cref="Optimizers.OptimizerCatalogue"/>.</summary>
    Optimizers,

    /// <summary>The costs of <see cref="Costs.CostCatalogue"/> that a policy learns from.</summary>
    PolicyCosts,

    /// <summary>The costs of <see cref="Costs.CostCatalogue"/> that the values of actions learn from.</summary>
    ActionValueCosts,
}
