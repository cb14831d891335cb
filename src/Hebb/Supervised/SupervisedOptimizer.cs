using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Settings;

namespace Hebb.Supervised;

/// <summary>What makes steps of the gradients of supervised training.</summary>
public sealed record SupervisedOptimizer
{
    /// <summary>The name of an optimizer of the catalogue.</summary>
    [NamedIn(SettingsCatalogue.Optimizers)]
    public string Name { get; init; } = "adam";

    /// <summary>The step size; positive.</summary>
    [Range(0, double.MaxValue, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 5e-4;

    /// <summary>Whether the step size falls from epoch to epoch, in equal steps to one that would be 0 after the last.</summary>
    public bool Anneals { get; init; }
}
