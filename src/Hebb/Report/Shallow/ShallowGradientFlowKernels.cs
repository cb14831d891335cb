using System.Runtime.InteropServices;
using Hebb.Costs;
using Hebb.Networks.Activations;

namespace Hebb.Report.Shallow;

/// <summary>
/// One Euler step of <see cref="ShallowGradientFlow{T}"/>, written twice: gradient, nudge, step and clamp one after
/// another, and all four in a single walk over the hidden layer in float32.
/// </summary>
internal static class ShallowGradientFlowKernels
{
    /// <summary>u becomes clamp(u - step (dE/du + beta dC/du)).</summary>
    /// <param name="state">The units, changed in place.</param>
    /// <param name="step">dt.</param>
    /// <param name="beta">The nudging strength; with 0 the target is not read.</param>
    /// <param name="cost">C.</param>
    /// <param name="target">y'.</param>
    /// <param name="tolerance">A distance; at least 0.</param>
    /// <param name="gradient">Room for the gradient, as long as <c>state.Units</c>.</param>
    /// <returns>Whether a unit moved further than the tolerance.</returns>
    public static bool Reference<T>(
        ShallowParameters<T> parameters,
        ShallowState<T> state,
        T step,
        T beta,
        SquaredError cost,
        ReadOnlySpan<T> target,
        T tolerance,
        Span<T> gradient
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        ShallowTotalEnergy.Gradient(parameters, state, beta, cost, target, gradient);
        var units = state.Units;
        var furthest = T.Zero;
        for (var unit = 0; unit < units.Length; unit++)
        {
            var moved = HardSigmoid.Apply(units[unit] - (step * gradient[unit]));
            furthest = T.Max(furthest, T.Abs(moved - units[unit]));
            units[unit] = moved;
        }

        // A unit that is no number has not settled.
        return !(furthest <= tolerance);
    }

    /// <summary>The same step, fused, for a network with one output whose units lie in [0, 1].</summary>
    /// <param name="parameters">The network; one output.</param>
    /// <param name="state">The units, changed in place; each in [0, 1], where rho is the identity.</param>
    /// <param name="step">dt.</param>
    /// <param name="strength">beta times the cost's second derivative; 0 in the free phase.</param>
    /// <param name="target">y'.</param>
    /// <param name="tolerance">A distance; at least 0.</param>
    /// <returns>Whether a unit moved further than the tolerance.</returns>
    public static bool OneOutput(
        ShallowParameters<float> parameters,
        ShallowState<float> state,
        float step,
        float strength,
        float target,
        float tolerance
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        var stride = parameters.Stride;
        var units = state.Units;
        if (parameters.OutputSize != 1 || units.Length != stride + 1 || state.Drive.Length != stride)
        {
            throw new ArgumentException("The state must be that of a network with one output.", nameof(state));
        }

        ref var hidden = ref MemoryMarshal.GetReference(units);
        ref var drive = ref MemoryMarshal.GetReference(state.Drive);
        ref var weights = ref MemoryMarshal.GetReference(parameters.OutputWeights(0));

        // Nothing is called after the loop begins, so that its sums stay in registers.
        var outputBias = parameters.OutputBiases[0];
        var output = units[stride];
        var activity = Vector.Create(output);
        var pace = Vector.Create(step);
        var sum = Vector<float>.Zero;
        var furthest = Vector<float>.Zero;
        for (var unit = 0; unit < stride; unit += Vector<float>.Count)
        {
            var at = (nuint)unit;
            var row = Vector.LoadUnsafe(ref weights, at);
            var old = Vector.LoadUnsafe(ref hidden, at);
            var total = Vector.MultiplyAddEstimate(row, activity, Vector.LoadUnsafe(ref drive, at));
            sum = Vector.MultiplyAddEstimate(row, old, sum);
            var moved = Vector.MultiplyAddEstimate(pace, total - old, old);
            moved = HardSigmoid.Apply(moved);
            moved.StoreUnsafe(ref hidden, at);
            furthest = Vector.MaxNative(furthest, Vector.Abs(moved - old));
        }

        var outputDrive = outputBias + Vector.Sum(sum);
        var slope = output - outputDrive + (strength * (output - target));
        var movedOutput = HardSigmoid.Apply(output - (step * slope));
        units[stride] = movedOutput;

        // A unit that is no number has not settled; one in the hidden layer shows in the next sum.
        return !(Math.Abs(movedOutput - output) <= tolerance)
            || !Vector.LessThanOrEqualAll(furthest, Vector.Create(tolerance));
    }
}
