using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>How far two rows of float32 are apart where they are furthest apart.</summary>
internal static class LargestDistance
{
    /// <summary>max |one - other|; not a number where a difference is none or infinite.</summary>
    /// <param name="one">Padded to whole cache lines.</param>
    /// <param name="other">As long.</param>
    public static float Of(ReadOnlySpan<float> one, ReadOnlySpan<float> other) =>
        Vector512.IsHardwareAccelerated
            ? Of<WideLanes, Vector512<float>>(one, other)
            : Of<NativeLanes, Vector<float>>(one, other);

    /// <summary>The distance over registers of one width.</summary>
    internal static float Of<TLanes, TVector>(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (one.Length != other.Length || one.Length % TLanes.Count != 0)
        {
            throw new ArgumentException("Both rows must be as long, in whole vectors.", nameof(other));
        }

        ref readonly var ones = ref MemoryMarshal.GetReference(one);
        ref readonly var others = ref MemoryMarshal.GetReference(other);
        var largest = TLanes.Zero;
        var sum = TLanes.Zero;
        for (nint index = 0; index < one.Length; index += TLanes.Count)
        {
            var distance = TLanes.Distance(TLanes.Load(in ones, index), TLanes.Load(in others, index));
            largest = TLanes.Max(largest, distance);
            sum = TLanes.Add(sum, distance);
        }

        // A maximum may lose what is no number; the sum keeps it.
        return float.IsFinite(TLanes.Sum(sum)) ? TLanes.Largest(largest) : float.NaN;
    }
}
