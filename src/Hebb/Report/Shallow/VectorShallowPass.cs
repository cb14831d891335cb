using System.Runtime.InteropServices;
using Hebb.Networks.Activations;

namespace Hebb.Report.Shallow;

/// <summary>
/// The operations of <see cref="ShallowPass"/> in float32, fused and vectorised over the hidden units: each walks
/// the hidden layer once and touches every number once.
/// </summary>
/// <remarks>Sums are taken in another order than the reference's, so results agree to rounding, not to the bit.</remarks>
internal static class VectorShallowPass
{
    /// <inheritdoc cref="ShallowPass.Hidden"/>
    public static void Hidden<TActivation>(
        ShallowParameters<float> parameters,
        ReadOnlySpan<float> input,
        Span<float> hidden
    )
        where TActivation : struct, IActivation
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var stride = parameters.Stride;
        Require(input.Length >= parameters.InputSize && hidden.Length >= stride);
        ref var weights = ref MemoryMarshal.GetReference(parameters.All);
        ref var biases = ref Unsafe.Add(ref weights, parameters.InputSize * stride);
        ref var target = ref MemoryMarshal.GetReference(hidden);
        for (var unit = 0; unit < stride; unit += Vector<float>.Count)
        {
            var drive = Vector.LoadUnsafe(ref biases, (nuint)unit);
            var row = (nuint)unit;
            for (var index = 0; index < parameters.InputSize; index++)
            {
                drive = Vector.MultiplyAddEstimate(
                    Vector.Create(input[index]),
                    Vector.LoadUnsafe(ref weights, row),
                    drive
                );
                row += (nuint)stride;
            }

            TActivation.Apply(drive).StoreUnsafe(ref target, (nuint)unit);
        }
    }

    /// <inheritdoc cref="ShallowPass.Outputs"/>
    public static void Outputs(ShallowParameters<float> parameters, ReadOnlySpan<float> hidden, Span<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var stride = parameters.Stride;
        Require(hidden.Length >= stride && outputs.Length >= parameters.OutputSize);
        ref var source = ref MemoryMarshal.GetReference(hidden);
        ref var row = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(parameters.All),
            (parameters.InputSize + 1) * stride
        );
        var biases = parameters.OutputBiases;
        for (var output = 0; output < parameters.OutputSize; output++)
        {
            var even = Vector<float>.Zero;
            var odd = Vector<float>.Zero;
            var unit = 0;

            // Two sums hide the latency of the multiply-add.
            for (; unit <= stride - (2 * Vector<float>.Count); unit += 2 * Vector<float>.Count)
            {
                var next = (nuint)(unit + Vector<float>.Count);
                even = Vector.MultiplyAddEstimate(
                    Vector.LoadUnsafe(ref row, (nuint)unit),
                    Vector.LoadUnsafe(ref source, (nuint)unit),
                    even
                );
                odd = Vector.MultiplyAddEstimate(
                    Vector.LoadUnsafe(ref row, next),
                    Vector.LoadUnsafe(ref source, next),
                    odd
                );
            }

            if (unit < stride)
            {
                even = Vector.MultiplyAddEstimate(
                    Vector.LoadUnsafe(ref row, (nuint)unit),
                    Vector.LoadUnsafe(ref source, (nuint)unit),
                    even
                );
            }

            outputs[output] = biases[output] + Vector.Sum(even + odd);
            row = ref Unsafe.Add(ref row, stride);
        }
    }

    /// <inheritdoc cref="ShallowPass.ToHiddenDrive"/>
    public static void ToHiddenDrive<TActivation>(
        ShallowParameters<float> parameters,
        ReadOnlySpan<float> hidden,
        ReadOnlySpan<float> outputGradient,
        Span<float> gradient
    )
        where TActivation : struct, IActivation
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var stride = parameters.Stride;
        Require(hidden.Length >= stride && gradient.Length >= stride && outputGradient.Length >= parameters.OutputSize);
        ref var weights = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(parameters.All),
            (parameters.InputSize + 1) * stride
        );
        ref var source = ref MemoryMarshal.GetReference(hidden);
        ref var target = ref MemoryMarshal.GetReference(gradient);
        for (var unit = 0; unit < stride; unit += Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref target, (nuint)unit);
            var row = (nuint)unit;
            for (var output = 0; output < parameters.OutputSize; output++)
            {
                sum = Vector.MultiplyAddEstimate(
                    Vector.Create(outputGradient[output]),
                    Vector.LoadUnsafe(ref weights, row),
                    sum
                );
                row += (nuint)stride;
            }

            var slope = TActivation.DerivativeFromActivity(Vector.LoadUnsafe(ref source, (nuint)unit));
            (sum * slope).StoreUnsafe(ref target, (nuint)unit);
        }
    }

    /// <inheritdoc cref="ShallowPass.AddOuterProducts"/>
    public static void AddOuterProducts(
        ShallowParameters<float> target,
        float scale,
        ReadOnlySpan<float> inputSide,
        ReadOnlySpan<float> hiddenAsPost,
        ReadOnlySpan<float> outputSide,
        ReadOnlySpan<float> hiddenAsPre
    )
    {
        ArgumentNullException.ThrowIfNull(target);
        var stride = target.Stride;
        var inputs = target.InputSize;
        var outputs = target.OutputSize;
        Require(
            inputSide.Length >= inputs
                && hiddenAsPost.Length >= stride
                && outputSide.Length >= outputs
                && hiddenAsPre.Length >= stride
        );
        ref var sums = ref MemoryMarshal.GetReference(target.All);
        ref var post = ref MemoryMarshal.GetReference(hiddenAsPost);
        ref var pre = ref MemoryMarshal.GetReference(hiddenAsPre);
        for (var unit = 0; unit < stride; unit += Vector<float>.Count)
        {
            var row = (nuint)unit;
            var scaledPost = Vector.LoadUnsafe(ref post, (nuint)unit) * scale;
            for (var index = 0; index < inputs; index++)
            {
                AddTo(ref sums, row, Vector.Create(inputSide[index]), scaledPost);
                row += (nuint)stride;
            }

            (Vector.LoadUnsafe(ref sums, row) + scaledPost).StoreUnsafe(ref sums, row);
            row += (nuint)stride;
            var scaledPre = Vector.LoadUnsafe(ref pre, (nuint)unit) * scale;
            for (var output = 0; output < outputs; output++)
            {
                AddTo(ref sums, row, Vector.Create(outputSide[output]), scaledPre);
                row += (nuint)stride;
            }
        }

        var biases = target.OutputBiases;
        for (var output = 0; output < outputs; output++)
        {
            biases[output] += scale * outputSide[output];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref float sums, nuint at, Vector<float> factor, Vector<float> values) =>
        Vector.MultiplyAddEstimate(factor, values, Vector.LoadUnsafe(ref sums, at)).StoreUnsafe(ref sums, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require(bool shapesFit)
    {
        if (!shapesFit)
        {
            throw new ArgumentException(
                "A span is shorter than the network's layer that it stands for.",
                nameof(shapesFit)
            );
        }
    }
}
