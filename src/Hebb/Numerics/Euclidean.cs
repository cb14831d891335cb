using System.Runtime.InteropServices;

namespace Hebb.Numerics;

/// <summary>
/// Products and distances of long rows, summed in float64 whatever the numbers are. A complex number counts as two real ones, so
/// that a product is the real part of the complex one.
/// </summary>
/// <remarks>Rows must be as long as whole cache lines hold, as padded rows of an <see cref="AlignedMatrix{T}"/> are.</remarks>
internal static class Euclidean
{
    /// <summary>sum of one other.</summary>
    /// <typeparam name="T">float32, float64 or complex.</typeparam>
    /// <param name="other">A row as long.</param>
    public static double Product<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : unmanaged
    {
        var sum = Vector<double>.Zero;
        if (typeof(T) == typeof(float))
        {
            var left = MemoryMarshal.Cast<T, Vector<float>>(one);
            var right = MemoryMarshal.Cast<T, Vector<float>>(other);
            for (var index = 0; index < left.Length; index++)
            {
                Vector.Widen(left[index], out var low, out var high);
                Vector.Widen(right[index], out var otherLow, out var otherHigh);
                sum += (low * otherLow) + (high * otherHigh);
            }
        }
        else
        {
            var left = Reals(one);
            var right = Reals(other);
            for (var index = 0; index < left.Length; index++)
            {
                sum += left[index] * right[index];
            }
        }

        return Vector.Sum(sum);
    }

    /// <summary>sum of |one - other|^2.</summary>
    /// <typeparam name="T">float32, float64 or complex.</typeparam>
    /// <param name="other">A row as long.</param>
    public static double SquaredDistance<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : unmanaged
    {
        var sum = Vector<double>.Zero;
        if (typeof(T) == typeof(float))
        {
            var left = MemoryMarshal.Cast<T, Vector<float>>(one);
            var right = MemoryMarshal.Cast<T, Vector<float>>(other);
            for (var index = 0; index < left.Length; index++)
            {
                Vector.Widen(left[index] - right[index], out var low, out var high);
                sum += (low * low) + (high * high);
            }
        }
        else
        {
            var left = Reals(one);
            var right = Reals(other);
            for (var index = 0; index < left.Length; index++)
            {
                var difference = left[index] - right[index];
                sum += difference * difference;
            }
        }

        return Vector.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<Vector<double>> Reals<T>(ReadOnlySpan<T> row)
        where T : unmanaged =>
        typeof(T) == typeof(double) || typeof(T) == typeof(Complex)
            ? MemoryMarshal.Cast<T, Vector<double>>(row)
            : throw new NotSupportedException(
                $"Numbers of type {typeof(T).Name} are not supported: float32, float64 and complex are."
            );
}
