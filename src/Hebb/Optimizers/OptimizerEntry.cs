namespace Hebb.Optimizers;

/// <summary>One optimizer of the catalogue.</summary>
/// <param name="Name">The name in configurations and on the command line; also that of its part of a snapshot.</param>
/// <param name="Description">One line on what it is.</param>
/// <param name="Create">Makes one for so many numbers.</param>
public sealed record OptimizerEntry(
    string Name,
    string Description,
    Func<int, OptimizerOptions, IOptimizer<float>> Create
);
