using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hebb.Numerics.Products;

/// <summary>How far two rows of float32 are apart where they are furthest apart.</summary>
internal static class LargestDistance
{
    /// <summary>max |one - other|; not a number where a difference is none or infinite.</summary>
    /// <param name="one">Padded to whole cache lines.</param>
    public static float Of(ReadOnlySpan<float> one, ReadOnlySpan<float> other) =>
        Vector512.IsHardwareAccelerated
            ? Of<WideLanes, Vector512<float>>(one, other)
            : Of<NativeLanes, Vector<float>>(one, other);

    /// <summary>Raises numbers to the distances of rows, where these are larger or no numbers.</summary>
    /// <param name="one">A row for each of them, padded to whole cache lines.</param>
    public static void Raise(Span<double> distances, ReadOnlyMatrixSpan<float> one, ReadOnlyMatrixSpan<float> other)
    {
        if (one.Rows < distances.Length || other.Rows < distances.Length || one.Stride != other.Stride)
        {
            throw new ArgumentException("The matrices do not fit together.", nameof(other));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Raise<WideLanes, Vector512<float>>(distances, one, other);
        }
        else
        {
            Raise<NativeLanes, Vector<float>>(distances, one, other);
        }
    }

    /// <summary>The distances over registers of one width.</summary>
    internal static void Raise<TLanes, TVector>(
        Span<double> distances,
        ReadOnlyMatrixSpan<float> one,
        ReadOnlyMatrixSpan<float> other
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        ref readonly var ones = ref MemoryMarshal.GetReference(one.Span);
        ref readonly var others = ref MemoryMarshal.GetReference(other.Span);
        nint stride = one.Stride;
        nint columns = one.Columns;
        for (var row = 0; row < distances.Length; row++)
        {
            var moved = Of<TLanes, TVector>(in ones, in others, row * stride, columns);

            // Math.Max keeps what is no number.
            distances[row] = Math.Max(distances[row], moved);
        }
    }

    /// <summary>The distance over registers of one width.</summary>
    internal static float Of<TLanes, TVector>(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (one.Length != other.Length || one.Length % TLanes.Count != 0)
        {
            throw new ArgumentException("Both rows must be as long, in whole vectors.", nameof(other));
        }

        return Of<TLanes, TVector>(
            in MemoryMarshal.GetReference(one),
            in MemoryMarshal.GetReference(other),
            0,
            one.Length
        );
    }

    // Over whole vectors: the padding too, which never moves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Of<TLanes, TVector>(ref readonly float ones, ref readonly float others, nint first, nint count)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var largest = TLanes.Zero;
        var sum = TLanes.Zero;
        for (nint index = 0; index < count; index += TLanes.Count)
        {
            var distance = TLanes.Distance(TLanes.Load(in ones, first + index), TLanes.Load(in others, first + index));
            largest = TLanes.Max(largest, distance);
            sum = TLanes.Add(sum, distance);
        }

        // A maximum may lose what is no number; the sum keeps it.
        return float.IsFinite(TLanes.Sum(sum)) ? TLanes.Largest(largest) : float.NaN;
    }
}
