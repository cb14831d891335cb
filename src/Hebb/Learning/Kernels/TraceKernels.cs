using System.Runtime.InteropServices;
using Hebb.Numerics;

namespace Hebb.Learning.Kernels;

/// <summary>An eligibility trace and the parameters that follow it, in one walk over memory.</summary>
internal static class TraceKernels
{
    /// <summary>With c = presynaptic times postsynaptic: e = decay e + c, theta = theta + amount e.</summary>
    /// <remarks>Traces of a magnitude below 1e-30 become zero; see <see cref="Negligible"/>.</remarks>
    /// <param name="presynaptic">The factor that the row shares.</param>
    /// <param name="trace">e, changed in place.</param>
    /// <param name="parameters">theta, changed in place.</param>
    public static void Row(
        float presynaptic,
        ReadOnlySpan<float> postsynaptic,
        float decay,
        float amount,
        Span<float> trace,
        Span<float> parameters
    )
    {
        var length = parameters.Length;
        ref var posts = ref MemoryMarshal.GetReference(postsynaptic[..length]);
        ref var traces = ref MemoryMarshal.GetReference(trace[..length]);
        ref var thetas = ref MemoryMarshal.GetReference(parameters);
        var pre = Vector.Create(presynaptic);
        var decays = Vector.Create(decay);
        var amounts = Vector.Create(amount);
        var whole = length - (length % Vector<float>.Count);
        for (var unit = 0; unit < whole; unit += Vector<float>.Count)
        {
            var at = (nuint)unit;
            var fresh = Negligible.ToZero(
                Vector.MultiplyAddEstimate(
                    decays,
                    Vector.LoadUnsafe(ref traces, at),
                    pre * Vector.LoadUnsafe(ref posts, at)
                )
            );
            fresh.StoreUnsafe(ref traces, at);
            Vector.MultiplyAddEstimate(amounts, fresh, Vector.LoadUnsafe(ref thetas, at)).StoreUnsafe(ref thetas, at);
        }

        for (var unit = whole; unit < length; unit++)
        {
            trace[unit] = Negligible.ToZero((decay * trace[unit]) + (presynaptic * postsynaptic[unit]));
            parameters[unit] += amount * trace[unit];
        }
    }

    /// <summary>
    /// theta = theta + amount e + direct pre post', then e = decay e + pre post: the parameters follow the trace as it was, and a
    /// gradient that needs none.
    /// </summary>
    /// <param name="presynaptic">pre, the factor that the row shares.</param>
    /// <param name="postsynaptic">post.</param>
    /// <param name="other">post', of the gradient that is followed at once, already times its step.</param>
    /// <param name="decay">What is left of the trace.</param>
    /// <param name="amount">The step along the trace as it was.</param>
    /// <param name="trace">e, changed in place.</param>
    /// <param name="parameters">theta, changed in place.</param>
    public static void FollowThenTrace(
        float presynaptic,
        ReadOnlySpan<float> postsynaptic,
        ReadOnlySpan<float> other,
        float decay,
        float amount,
        Span<float> trace,
        Span<float> parameters
    )
    {
        var length = parameters.Length;
        ref var posts = ref MemoryMarshal.GetReference(postsynaptic[..length]);
        ref var others = ref MemoryMarshal.GetReference(other[..length]);
        ref var traces = ref MemoryMarshal.GetReference(trace[..length]);
        ref var thetas = ref MemoryMarshal.GetReference(parameters);
        var pre = Vector.Create(presynaptic);
        var decays = Vector.Create(decay);
        var amounts = Vector.Create(amount);
        var whole = length - (length % Vector<float>.Count);
        for (var unit = 0; unit < whole; unit += Vector<float>.Count)
        {
            var at = (nuint)unit;
            var old = Vector.LoadUnsafe(ref traces, at);
            var theta = Vector.MultiplyAddEstimate(amounts, old, Vector.LoadUnsafe(ref thetas, at));
            Vector.MultiplyAddEstimate(pre, Vector.LoadUnsafe(ref others, at), theta).StoreUnsafe(ref thetas, at);
            Negligible
                .ToZero(Vector.MultiplyAddEstimate(decays, old, pre * Vector.LoadUnsafe(ref posts, at)))
                .StoreUnsafe(ref traces, at);
        }

        for (var unit = whole; unit < length; unit++)
        {
            parameters[unit] += (amount * trace[unit]) + (presynaptic * other[unit]);
            trace[unit] = Negligible.ToZero((decay * trace[unit]) + (presynaptic * postsynaptic[unit]));
        }
    }
}
