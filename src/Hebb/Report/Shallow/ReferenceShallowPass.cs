using Hebb.Networks.Activations;

namespace Hebb.Report.Shallow;

/// <summary>
/// The operations of <see cref="ShallowPass"/> as plain loops in any number type: what they mean, and what the
/// vector kernels are held against.
/// </summary>
internal static class ReferenceShallowPass
{
    /// <inheritdoc cref="ShallowPass.Hidden"/>
    public static void Hidden<T, TActivation>(ShallowParameters<T> parameters, ReadOnlySpan<T> input, Span<T> hidden)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TActivation : struct, IActivation
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (var unit = 0; unit < parameters.HiddenSize; unit++)
        {
            var drive = parameters.HiddenBiases[unit];
            for (var index = 0; index < parameters.InputSize; index++)
            {
                drive += input[index] * parameters.InputWeights(index)[unit];
            }

            hidden[unit] = TActivation.Apply(drive);
        }
    }

    /// <inheritdoc cref="ShallowPass.Outputs"/>
    public static void Outputs<T>(ShallowParameters<T> parameters, ReadOnlySpan<T> hidden, Span<T> outputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (var output = 0; output < parameters.OutputSize; output++)
        {
            var sum = parameters.OutputBiases[output];
            var weights = parameters.OutputWeights(output);
            for (var unit = 0; unit < parameters.HiddenSize; unit++)
            {
                sum += weights[unit] * hidden[unit];
            }

            outputs[output] = sum;
        }
    }

    /// <inheritdoc cref="ShallowPass.ToHiddenDrive"/>
    public static void ToHiddenDrive<T, TActivation>(
        ShallowParameters<T> parameters,
        ReadOnlySpan<T> hidden,
        ReadOnlySpan<T> outputGradient,
        Span<T> gradient
    )
        where T : unmanaged, IFloatingPointIeee754<T>
        where TActivation : struct, IActivation
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (var unit = 0; unit < parameters.HiddenSize; unit++)
        {
            var sum = gradient[unit];
            for (var output = 0; output < parameters.OutputSize; output++)
            {
                sum += outputGradient[output] * parameters.OutputWeights(output)[unit];
            }

            gradient[unit] = sum * TActivation.DerivativeFromActivity(hidden[unit]);
        }
    }

    /// <inheritdoc cref="ShallowPass.AddOuterProducts"/>
    public static void AddOuterProducts<T>(
        ShallowParameters<T> target,
        T scale,
        ReadOnlySpan<T> inputSide,
        ReadOnlySpan<T> hiddenAsPost,
        ReadOnlySpan<T> outputSide,
        ReadOnlySpan<T> hiddenAsPre
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(target);
        for (var unit = 0; unit < target.HiddenSize; unit++)
        {
            for (var index = 0; index < target.InputSize; index++)
            {
                target.InputWeights(index)[unit] += scale * inputSide[index] * hiddenAsPost[unit];
            }

            target.HiddenBiases[unit] += scale * hiddenAsPost[unit];
            for (var output = 0; output < target.OutputSize; output++)
            {
                target.OutputWeights(output)[unit] += scale * outputSide[output] * hiddenAsPre[unit];
            }
        }

        for (var output = 0; output < target.OutputSize; output++)
        {
            target.OutputBiases[output] += scale * outputSide[output];
        }
    }
}
