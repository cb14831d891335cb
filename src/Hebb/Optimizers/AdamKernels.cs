using System.Runtime.InteropServices;
using Hebb.Numerics;

namespace Hebb.Optimizers;

/// <summary>One Adam step, written twice: as it reads, and fused over vectors of float32.</summary>
internal static class AdamKernels
{
    /// <summary>The step as plain arithmetic in any number type.</summary>
    /// <param name="parameters">Changed in place.</param>
    /// <param name="gradient">Descended.</param>
    /// <param name="first">The first moment, updated.</param>
    /// <param name="second">The second moment, updated.</param>
    public static void Reference<T>(
        in AdamStep<T> step,
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        Span<T> first,
        Span<T> second
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            var slope = gradient[index];
            first[index] = Negligible.ToZero((step.Beta1 * first[index]) + ((T.One - step.Beta1) * slope));
            second[index] = Negligible.ToZero((step.Beta2 * second[index]) + ((T.One - step.Beta2) * slope * slope));
            var root = T.Sqrt(second[index]) * step.RootCorrection;
            parameters[index] -= step.Rate * first[index] / (root + step.Epsilon);
        }
    }

    /// <summary>The step over whole vectors, the remainder by the reference.</summary>
    /// <inheritdoc cref="Reference{T}"/>
    public static void Vectorised(
        in AdamStep<float> step,
        Span<float> parameters,
        ReadOnlySpan<float> gradient,
        Span<float> first,
        Span<float> second
    )
    {
        var length = parameters.Length;
        if (gradient.Length != length || first.Length != length || second.Length != length)
        {
            throw new ArgumentException("Parameters, gradient and moments must have one length.", nameof(gradient));
        }

        ref var target = ref MemoryMarshal.GetReference(parameters);
        ref var slopes = ref MemoryMarshal.GetReference(gradient);
        ref var means = ref MemoryMarshal.GetReference(first);
        ref var squares = ref MemoryMarshal.GetReference(second);
        var beta1 = Vector.Create(step.Beta1);
        var beta2 = Vector.Create(step.Beta2);
        var fresh1 = Vector<float>.One - beta1;
        var fresh2 = Vector<float>.One - beta2;
        var correction = Vector.Create(step.RootCorrection);
        var epsilon = Vector.Create(step.Epsilon);
        var rate = Vector.Create(step.Rate);
        var whole = length - (length % Vector<float>.Count);
        for (var index = 0; index < whole; index += Vector<float>.Count)
        {
            var at = (nuint)index;
            var slope = Vector.LoadUnsafe(ref slopes, at);
            var mean = Negligible.ToZero(
                Vector.MultiplyAddEstimate(beta1, Vector.LoadUnsafe(ref means, at), fresh1 * slope)
            );
            var square = Negligible.ToZero(
                Vector.MultiplyAddEstimate(beta2, Vector.LoadUnsafe(ref squares, at), fresh2 * slope * slope)
            );
            mean.StoreUnsafe(ref means, at);
            square.StoreUnsafe(ref squares, at);
            var root = Vector.MultiplyAddEstimate(Vector.SquareRoot(square), correction, epsilon);
            (Vector.LoadUnsafe(ref target, at) - (rate * mean / root)).StoreUnsafe(ref target, at);
        }

        Reference(step, parameters[whole..], gradient[whole..], first[whole..], second[whole..]);
    }
}
