using System.Runtime.InteropServices;
using Hebb.Networks.Activations;

namespace Hebb.Report.Shallow;

/// <summary>The gradient of <see cref="ShallowEnergy"/>, written twice: as it reads, and over vectors of float32.</summary>
internal static class ShallowEnergyKernels
{
    /// <summary>The gradient as plain loops in any number type.</summary>
    /// <inheritdoc cref="ShallowEnergy.Gradient{T}"/>
    public static void Reference<T>(ShallowParameters<T> parameters, ShallowState<T> state, Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        for (var unit = 0; unit < parameters.HiddenSize; unit++)
        {
            var drive = state.Drive[unit];
            for (var output = 0; output < parameters.OutputSize; output++)
            {
                drive += parameters.OutputWeights(output)[unit] * HardSigmoid.Apply(state.Outputs[output]);
            }

            gradient[unit] = state.Hidden[unit] - (HardSigmoid.Derivative(state.Hidden[unit]) * drive);
        }

        for (var output = 0; output < parameters.OutputSize; output++)
        {
            var drive = parameters.OutputBiases[output];
            for (var unit = 0; unit < parameters.HiddenSize; unit++)
            {
                drive += parameters.OutputWeights(output)[unit] * HardSigmoid.Apply(state.Hidden[unit]);
            }

            gradient[parameters.Stride + output] =
                state.Outputs[output] - (HardSigmoid.Derivative(state.Outputs[output]) * drive);
        }
    }

    /// <summary>The gradient in one walk over the hidden layer for each output.</summary>
    /// <inheritdoc cref="ShallowEnergy.Gradient{T}"/>
    public static void Vectorised(ShallowParameters<float> parameters, ShallowState<float> state, Span<float> gradient)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(state);
        var stride = parameters.Stride;
        var outputs = parameters.OutputSize;
        if (
            gradient.Length != stride + outputs
            || state.Units.Length != gradient.Length
            || state.Drive.Length != stride
        )
        {
            throw new ArgumentException("The gradient and the state must have the network's shape.", nameof(gradient));
        }

        var drives = gradient[stride..];
        drives.Clear();
        ref var units = ref MemoryMarshal.GetReference(state.Units);
        ref var slopes = ref MemoryMarshal.GetReference(gradient);
        ref var drive = ref MemoryMarshal.GetReference(state.Drive);
        ref var weights = ref MemoryMarshal.GetReference(parameters.All[((parameters.InputSize + 1) * stride)..]);

        // The first output shares the walk that finishes the hidden gradient; its drive needs no second reading.
        for (var output = outputs - 1; output >= 0; output--)
        {
            var activity = Vector.Create(HardSigmoid.Apply(state.Outputs[output]));
            var sum = Vector<float>.Zero;
            for (var unit = 0; unit < stride; unit += Vector<float>.Count)
            {
                var at = (nuint)unit;
                var hidden = Vector.LoadUnsafe(ref units, at);
                var row = Vector.LoadUnsafe(ref weights, (nuint)((output * stride) + unit));
                sum = Vector.MultiplyAddEstimate(row, HardSigmoid.Apply(hidden), sum);
                var soFar =
                    output == outputs - 1 ? Vector.LoadUnsafe(ref drive, at) : Vector.LoadUnsafe(ref slopes, at);
                var total = Vector.MultiplyAddEstimate(row, activity, soFar);
                var slope = output == 0 ? hidden - (HardSigmoid.Derivative(hidden) * total) : total;
                slope.StoreUnsafe(ref slopes, at);
            }

            drives[output] = Vector.Sum(sum);
        }

        for (var output = 0; output < outputs; output++)
        {
            var unit = state.Outputs[output];
            drives[output] = unit - (HardSigmoid.Derivative(unit) * (parameters.OutputBiases[output] + drives[output]));
        }
    }
}
