using System.Runtime.InteropServices;

namespace Hebb.Numerics.Products;

/// <summary>A sum of the rows of a matrix, each times a number: a vector times a matrix, for one vector.</summary>
internal static class RowCombination
{
    /// <summary>sum = start + sum_i factors_i rows_i.</summary>
    /// <param name="start">What is added to, padded as the rows are; may be <paramref name="sum"/>.</param>
    /// <param name="rows">The rows one after the other, each as long as <paramref name="sum"/>: whole vectors.</param>
    /// <param name="factors">A number for each row.</param>
    /// <param name="sum">Receives the sum.</param>
    public static void Add(
        ReadOnlySpan<float> start,
        ReadOnlySpan<float> rows,
        ReadOnlySpan<float> factors,
        Span<float> sum
    )
    {
        ref var sums = ref MemoryMarshal.GetReference(sum);
        ref var starts = ref MemoryMarshal.GetReference(start[..sum.Length]);
        ref var weights = ref MemoryMarshal.GetReference(rows[..(factors.Length * sum.Length)]);
        for (var column = 0; column < sum.Length; column += Vector<float>.Count)
        {
            var total = Vector.LoadUnsafe(ref starts, (nuint)column);
            for (var row = 0; row < factors.Length; row++)
            {
                var at = (nuint)((row * sum.Length) + column);
                total = Vector.MultiplyAddEstimate(
                    Vector.Create(factors[row]),
                    Vector.LoadUnsafe(ref weights, at),
                    total
                );
            }

            total.StoreUnsafe(ref sums, (nuint)column);
        }
    }
}
