using Hebb.Costs;

namespace Hebb.Report.Shallow;

/// <summary>F = E + beta C (report, eq. 3), what every relaxation descends.</summary>
internal static class ShallowTotalEnergy
{
    /// <summary>dF/du.</summary>
    /// <param name="state">A state with its input clamped.</param>
    /// <param name="beta">The nudging strength; with 0 the target is not read.</param>
    /// <param name="cost">C.</param>
    /// <param name="target">y', one number an output unit.</param>
    /// <param name="gradient">Receives the gradient, laid out as <see cref="ShallowState{T}.Units"/>.</param>
    public static void Gradient<T>(
        ShallowParameters<T> parameters,
        ShallowState<T> state,
        T beta,
        SquaredError cost,
        ReadOnlySpan<T> target,
        Span<T> gradient
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ShallowEnergy.Gradient(parameters, state, gradient);
        if (beta != T.Zero)
        {
            cost.AddGradient(beta, state.Outputs, target, gradient[parameters.Stride..]);
        }
    }
}
