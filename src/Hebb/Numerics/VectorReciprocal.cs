using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hebb.Numerics;

/// <summary>
/// 1 / x over the widest vectors of float32, to two units in the last place: the processor's estimate of 14 bits and one step of
/// Newton's. Its division takes several times as long.
/// </summary>
internal static class VectorReciprocal
{
    /// <summary>1 / x, lane by lane.</summary>
    /// <param name="x">Numbers that neither they nor their reciprocals are denormal or infinite; NaN stays NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x)
    {
        if (!Avx512F.IsSupported)
        {
            return Vector512<float>.One / x;
        }

        var estimate = Avx512F.Reciprocal14(x);
        var error = Avx512F.FusedMultiplyAddNegated(x, estimate, Vector512.Create(2f));
        return estimate * error;
    }
}
