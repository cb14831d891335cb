using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Settings;

namespace Hebb.Supervised;

/// <summary>Where the gradients of supervised training come from.</summary>
public sealed record SupervisedEstimator
{
    /// <summary>The name of an estimator of the catalogue.</summary>
    [NamedIn(SettingsCatalogue.Estimators)]
    public string Name { get; init; } = "symmetric";

    /// <summary>The nudging strength, not 0; an estimator without nudging makes nothing of it.</summary>
    [Range(-double.MaxValue, double.MaxValue)]
    public double Beta { get; init; } = 0.5;
}
