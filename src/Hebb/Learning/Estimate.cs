using Hebb.Relaxation;

namespace Hebb.Learning;

/// <summary>What an estimator saw on the way to a gradient.</summary>
/// <param name="Cost">The cost of the free outputs, the mean over the batch, before any change.</param>
/// <param name="Free">How the free phase went.</param>
/// <param name="Nudged">How the other phases went, all together; nothing where there are none.</param>
public readonly record struct Estimate(double Cost, Settling Free, Settling Nudged);
