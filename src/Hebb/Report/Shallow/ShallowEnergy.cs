using Hebb.Networks.Activations;

namespace Hebb.Report.Shallow;

/// <summary>
/// The energy of eq. (1) in a network with one hidden layer, each symmetric pair counted once and the clamped input
/// left out of the quadratic term, where it is constant:
/// E(h, y) = 1/2 |h|^2 + 1/2 |y|^2 - (b1 + rho(x) W1) rho(h) - rho(h) W2 rho(y) - b2 rho(y), with the report's
/// hard-sigmoid rho on every layer. This is the energy form (gradient flow), not the primitive form.
/// </summary>
internal static class ShallowEnergy
{
    /// <summary>E of a state.</summary>
    /// <param name="state">A state with its input clamped.</param>
    public static T Energy<T>(ShallowParameters<T> parameters, ShallowState<T> state)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        var half = T.One / (T.One + T.One);
        var energy = T.Zero;
        for (var unit = 0; unit < parameters.HiddenSize; unit++)
        {
            var activity = HardSigmoid.Apply(state.Hidden[unit]);
            energy += half * state.Hidden[unit] * state.Hidden[unit];
            energy -= state.Drive[unit] * activity;
            for (var output = 0; output < parameters.OutputSize; output++)
            {
                energy -= parameters.OutputWeights(output)[unit] * activity * HardSigmoid.Apply(state.Outputs[output]);
            }
        }

        for (var output = 0; output < parameters.OutputSize; output++)
        {
            var unit = state.Outputs[output];
            energy += (half * unit * unit) - (parameters.OutputBiases[output] * HardSigmoid.Apply(unit));
        }

        return energy;
    }

    /// <summary>
    /// dE/du: for the hidden units h_j - rho'(h_j) (drive_j + sum_k W2_kj rho(y_k)), for the outputs
    /// y_k - rho'(y_k) (b2_k + sum_j W2_kj rho(h_j)).
    /// </summary>
    /// <typeparam name="T">The number type; float32 runs vectorised.</typeparam>
    /// <param name="state">A state with its input clamped.</param>
    /// <param name="gradient">Receives the gradient, laid out as <see cref="ShallowState{T}.Units"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient<T>(ShallowParameters<T> parameters, ShallowState<T> state, Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            ShallowEnergyKernels.Vectorised(
                ShallowPass.Single(parameters),
                Unsafe.As<ShallowState<float>>(state),
                ShallowPass.Single(gradient)
            );
        }
        else
        {
            ShallowEnergyKernels.Reference(parameters, state, gradient);
        }
    }
}
