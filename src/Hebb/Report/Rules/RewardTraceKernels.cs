using System.Runtime.InteropServices;
using Hebb.Numerics;

namespace Hebb.Report.Rules;

/// <summary>The constants of one step of <see cref="RewardTraceKernels"/>.</summary>
/// <param name="TraceDecay">eta.</param>
/// <param name="AverageDecay">gamma.</param>
/// <param name="TraceGain">The factor of the trace in the update, alpha r.</param>
/// <param name="AverageGain">The factor of the average in the update, alpha times the average reward.</param>
internal readonly record struct RewardTraceStep<T>(T TraceDecay, T AverageDecay, T TraceGain, T AverageGain)
    where T : unmanaged;

/// <summary>
/// Trace, average and update of one row of parameters (report, eqs. 8-10) in a single walk over memory, written
/// twice: as it reads, and over vectors of float32. The rule is bound by memory, so one walk is what makes it fast.
/// </summary>
internal static class RewardTraceKernels
{
    /// <summary>
    /// With c_j = presynaptic * postsynaptic_j: e = eta e + c, a = gamma a + (1 - gamma) c,
    /// theta += TraceGain e - AverageGain a.
    /// </summary>
    /// <typeparam name="T">The number type; float32 takes the vector kernel.</typeparam>
    /// <param name="presynaptic">The activity that the row shares.</param>
    /// <param name="postsynaptic">The activity of each unit of the row.</param>
    /// <param name="parameters">theta, changed in place.</param>
    /// <param name="trace">e, changed in place.</param>
    /// <param name="average">a, changed in place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Row<T>(
        in RewardTraceStep<T> step,
        T presynaptic,
        ReadOnlySpan<T> postsynaptic,
        Span<T> parameters,
        Span<T> trace,
        Span<T> average
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            Vectorised(
                Unsafe.BitCast<RewardTraceStep<T>, RewardTraceStep<float>>(step),
                (float)(object)presynaptic,
                MemoryMarshal.Cast<T, float>(postsynaptic),
                MemoryMarshal.Cast<T, float>(parameters),
                MemoryMarshal.Cast<T, float>(trace),
                MemoryMarshal.Cast<T, float>(average)
            );
        }
        else
        {
            Reference(step, presynaptic, postsynaptic, parameters, trace, average);
        }
    }

    /// <summary>The row as plain arithmetic in any number type.</summary>
    /// <inheritdoc cref="Row{T}"/>
    public static void Reference<T>(
        in RewardTraceStep<T> step,
        T presynaptic,
        ReadOnlySpan<T> postsynaptic,
        Span<T> parameters,
        Span<T> trace,
        Span<T> average
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var unit = 0; unit < parameters.Length; unit++)
        {
            var correlation = presynaptic * postsynaptic[unit];
            trace[unit] = Negligible.ToZero((step.TraceDecay * trace[unit]) + correlation);
            average[unit] = Negligible.ToZero(
                (step.AverageDecay * average[unit]) + ((T.One - step.AverageDecay) * correlation)
            );
            parameters[unit] += (step.TraceGain * trace[unit]) - (step.AverageGain * average[unit]);
        }
    }

    /// <summary>The row over whole vectors, the remainder by the reference.</summary>
    /// <inheritdoc cref="Row{T}"/>
    public static void Vectorised(
        in RewardTraceStep<float> step,
        float presynaptic,
        ReadOnlySpan<float> postsynaptic,
        Span<float> parameters,
        Span<float> trace,
        Span<float> average
    )
    {
        var length = parameters.Length;
        if (postsynaptic.Length < length || trace.Length != length || average.Length != length)
        {
            throw new ArgumentException("Trace and average must have the parameters' length.", nameof(trace));
        }

        ref var posts = ref MemoryMarshal.GetReference(postsynaptic);
        ref var thetas = ref MemoryMarshal.GetReference(parameters);
        ref var traces = ref MemoryMarshal.GetReference(trace);
        ref var averages = ref MemoryMarshal.GetReference(average);
        var pre = Vector.Create(presynaptic);
        var traceDecay = Vector.Create(step.TraceDecay);
        var averageDecay = Vector.Create(step.AverageDecay);
        var fresh = Vector<float>.One - averageDecay;
        var traceGain = Vector.Create(step.TraceGain);
        var averageLoss = Vector.Create(-step.AverageGain);
        var whole = length - (length % Vector<float>.Count);
        for (var unit = 0; unit < whole; unit += Vector<float>.Count)
        {
            var at = (nuint)unit;
            var correlation = pre * Vector.LoadUnsafe(ref posts, at);
            var newTrace = Negligible.ToZero(
                Vector.MultiplyAddEstimate(traceDecay, Vector.LoadUnsafe(ref traces, at), correlation)
            );
            var newAverage = Negligible.ToZero(
                Vector.MultiplyAddEstimate(averageDecay, Vector.LoadUnsafe(ref averages, at), fresh * correlation)
            );
            var raised = Vector.MultiplyAddEstimate(traceGain, newTrace, Vector.LoadUnsafe(ref thetas, at));
            newTrace.StoreUnsafe(ref traces, at);
            newAverage.StoreUnsafe(ref averages, at);
            Vector.MultiplyAddEstimate(averageLoss, newAverage, raised).StoreUnsafe(ref thetas, at);
        }

        Reference(
            step,
            presynaptic,
            postsynaptic[whole..length],
            parameters[whole..],
            trace[whole..],
            average[whole..]
        );
    }
}
