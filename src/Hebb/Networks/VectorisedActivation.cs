using System.Numerics;
using System.Runtime.InteropServices;

namespace Hebb.Networks;

/// <summary>An activation over rows of float32: whole vectors at a time, the remainder number by number.</summary>
/// <typeparam name="TActivation">The activation.</typeparam>
internal static class VectorisedActivation<TActivation>
    where TActivation : struct, IActivation
{
    /// <summary>rho(u).</summary>
    /// <param name="drives">u.</param>
    /// <param name="activities">Receives rho(u); as long; may be the same numbers.</param>
    public static void Apply(ReadOnlySpan<float> drives, Span<float> activities)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(drives);
        var to = MemoryMarshal.Cast<float, Vector<float>>(activities);
        for (var index = 0; index < from.Length; index++)
        {
            to[index] = TActivation.Apply(from[index]);
        }

        for (var unit = from.Length * Vector<float>.Count; unit < drives.Length; unit++)
        {
            activities[unit] = TActivation.Apply(drives[unit]);
        }
    }

    /// <summary>rho'(u).</summary>
    /// <param name="drives">u.</param>
    /// <param name="slopes">Receives rho'(u); as long; may be the same numbers.</param>
    public static void Derivative(ReadOnlySpan<float> drives, Span<float> slopes)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(drives);
        var to = MemoryMarshal.Cast<float, Vector<float>>(slopes);
        for (var index = 0; index < from.Length; index++)
        {
            to[index] = TActivation.Derivative(from[index]);
        }

        for (var unit = from.Length * Vector<float>.Count; unit < drives.Length; unit++)
        {
            slopes[unit] = TActivation.Derivative(drives[unit]);
        }
    }
}
