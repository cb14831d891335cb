using Hebb.Snapshots;

namespace Hebb.Optimizers;

/// <summary>
/// Turns gradients into changes of the parameters, and keeps what it has to remember between them. One optimizer belongs
/// to one block of parameters.
/// </summary>
/// <remarks>Where a gradient was always zero, as in padding, nothing moves.</remarks>
public interface IOptimizer<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The step size; positive. It may change between steps, as a schedule does.</summary>
    double LearningRate { get; set; }

    /// <summary>One step down the gradient.</summary>
    /// <param name="parameters">What is optimized, changed in place; as long as the optimizer was made for.</param>
    /// <param name="gradient">The loss's gradient, of the same length.</param>
    /// <exception cref="ArgumentException">A span has not the optimizer's length.</exception>
    void Step(Span<T> parameters, ReadOnlySpan<T> gradient);
}
