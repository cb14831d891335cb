using System.Runtime.InteropServices;
using Hebb.Networks.Activations;

namespace Hebb.Report.Shallow;

/// <summary>
/// The four operations that every rule of the report is made of, on a network with one hidden layer: drive the
/// hidden units, read the outputs, send output gradients back, and add outer products.
/// </summary>
/// <remarks>
/// float32 runs on <see cref="VectorShallowPass"/>, every other number type on
/// <see cref="ReferenceShallowPass"/>; the choice is made by the compiler, not at run time.
/// </remarks>
internal static class ShallowPass
{
    /// <summary>
    /// h = rho(b1 + sum_i x_i W1_i), the hidden units' energy minimum when only the input drives them (report,
    /// section 5.1: a feedforward pass).
    /// </summary>
    /// <typeparam name="TActivation">rho of the hidden layer.</typeparam>
    /// <param name="input">x, length <c>InputSize</c>.</param>
    /// <param name="hidden">Receives h, length <c>Stride</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hidden<T, TActivation>(ShallowParameters<T> parameters, ReadOnlySpan<T> input, Span<T> hidden)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TActivation : struct, IActivation
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (typeof(T) == typeof(float))
        {
            VectorShallowPass.Hidden<TActivation>(Single(parameters), Single(input), Single(hidden));
        }
        else
        {
            ReferenceShallowPass.Hidden<T, TActivation>(parameters, input, hidden);
        }
    }

    /// <summary>y_k = b2_k + sum_j W2_kj h_j.</summary>
    /// <param name="hidden">h, length <c>Stride</c>.</param>
    /// <param name="outputs">Receives y, length <c>OutputSize</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Outputs<T>(ShallowParameters<T> parameters, ReadOnlySpan<T> hidden, Span<T> outputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (typeof(T) == typeof(float))
        {
            VectorShallowPass.Outputs(Single(parameters), Single(hidden), Single(outputs));
        }
        else
        {
            ReferenceShallowPass.Outputs(parameters, hidden, outputs);
        }
    }

    /// <summary>
    /// The gradient on the hidden drives: rho'(drive_j) (offset_j + sum_k d_k W2_kj), rho' read off the activity h.
    /// </summary>
    /// <typeparam name="TActivation">rho of the hidden layer.</typeparam>
    /// <param name="hidden">h, length <c>Stride</c>.</param>
    /// <param name="outputGradient">d, the gradient on the outputs, length <c>OutputSize</c>.</param>
    /// <param name="gradient">
    /// Holds the offset, a gradient that reaches h by another way (zeros where there is none), and receives the
    /// result; length <c>Stride</c>.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        if (typeof(T) == typeof(float))
        {
            VectorShallowPass.ToHiddenDrive<TActivation>(
                Single(parameters),
                Single(hidden),
                Single(outputGradient),
                Single(gradient)
            );
        }
        else
        {
            ReferenceShallowPass.ToHiddenDrive<T, TActivation>(parameters, hidden, outputGradient, gradient);
        }
    }

    /// <summary>
    /// Adds scale times (p outer q, q, r outer s, r) to the input weights, hidden biases, output weights and output
    /// biases. With p = x, q = hidden gradient, r = output gradient, s = h this accumulates a backprop gradient;
    /// with p = rho(x), q = s = rho(h), r = rho(y) the Hebbian correlations of eqs. (12) and (13).
    /// </summary>
    /// <param name="target">What is added to.</param>
    /// <param name="scale">A factor of every term.</param>
    /// <param name="inputSide">p, length <c>InputSize</c>.</param>
    /// <param name="hiddenAsPost">q, length <c>Stride</c>.</param>
    /// <param name="outputSide">r, length <c>OutputSize</c>.</param>
    /// <param name="hiddenAsPre">s, length <c>Stride</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        if (typeof(T) == typeof(float))
        {
            VectorShallowPass.AddOuterProducts(
                Single(target),
                (float)(object)scale,
                Single(inputSide),
                Single(hiddenAsPost),
                Single(outputSide),
                Single(hiddenAsPre)
            );
        }
        else
        {
            ReferenceShallowPass.AddOuterProducts(target, scale, inputSide, hiddenAsPost, outputSide, hiddenAsPre);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ShallowParameters<float> Single<T>(ShallowParameters<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T> => Unsafe.As<ShallowParameters<float>>(parameters);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<float> Single<T>(ReadOnlySpan<T> span)
        where T : unmanaged => MemoryMarshal.Cast<T, float>(span);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<float> Single<T>(Span<T> span)
        where T : unmanaged => MemoryMarshal.Cast<T, float>(span);
}
