using Hebb.Costs;
using Hebb.Snapshots;

namespace Hebb.Report.Shallow;

/// <summary>
/// Euler's steps of du/dt = -dF/du, with every unit held in [0, 1] as Scellier and Bengio (2017) hold theirs:
/// u becomes clamp(u - step dF/du). Units must start there; zero is a good start. Outside [0, 1] rho is flat and a unit would only decay back to the border.
/// </summary>
internal sealed class ShallowGradientFlow<T> : IShallowRelaxation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _gradient;
    private readonly T _step;
    private readonly T _tolerance;

    /// <summary>A flow for networks of one shape.</summary>
    /// <param name="parameters">A network of that shape.</param>
    /// <param name="step">The step size dt, in (0, 1].</param>
    /// <param name="tolerance">
    /// A phase ends before its last step when no unit moved further than this; at least 0. With 0 it ends early only
    /// where nothing moves any more.
    /// </param>
    public ShallowGradientFlow(ShallowParameters<T> parameters, double step, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        _gradient = new T[parameters.Stride + parameters.OutputSize];
        _step = T.CreateTruncating(step);
        _tolerance = T.CreateTruncating(tolerance);
    }

    /// <inheritdoc/>
    public bool Settle(
        ShallowParameters<T> parameters,
        ShallowState<T> state,
        int steps,
        T beta,
        SquaredError cost,
        ReadOnlySpan<T> target
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        var moving = true;
        if (typeof(T) == typeof(float) && parameters.OutputSize == 1)
        {
            var strength = beta == T.Zero ? T.Zero : cost.Curvature(beta);
            var goal = beta == T.Zero ? T.Zero : target[0];
            for (var step = 0; step < steps && moving; step++)
            {
                moving = ShallowGradientFlowKernels.OneOutput(
                    Unsafe.As<ShallowParameters<float>>(parameters),
                    Unsafe.As<ShallowState<float>>(state),
                    (float)(object)_step,
                    (float)(object)strength,
                    (float)(object)goal,
                    (float)(object)_tolerance
                );
            }
        }
        else
        {
            for (var step = 0; step < steps && moving; step++)
            {
                moving = ShallowGradientFlowKernels.Reference(
                    parameters,
                    state,
                    _step,
                    beta,
                    cost,
                    target,
                    _tolerance,
                    _gradient
                );
            }
        }

        return !moving || _tolerance == T.Zero;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        // Whatever it needs is in the units.
    }
}
