using System.Runtime.Intrinsics;

namespace Hebb.Numerics;

/// <summary>
/// exp(x) over vectors of float32, to two units in the last place. The platform's own goes through float64 and takes
/// several times as long, which would be most of a sweep over sigmoid units.
/// </summary>
/// <remarks>
/// x = n ln 2 + r with |r| at most ln 2 / 2; exp(r) by its Taylor polynomial of degree 7 and 2^n by the exponent's bits.
/// Beyond +-87 the argument is held at the border: no result is infinite or denormal. NaN stays NaN.
/// </remarks>
internal static class VectorExponential
{
    private const float Border = 87;
    private const float PerLogarithm = 1.44269504f;

    // ln 2 as a number of few bits and the rest, so that n ln 2 is exact.
    private const float LogarithmHigh = 0.693359375f;
    private const float LogarithmLow = -2.12194440e-4f;

    private const float C2 = 0.5f;
    private const float C3 = 1f / 6;
    private const float C4 = 1f / 24;
    private const float C5 = 1f / 120;
    private const float C6 = 1f / 720;
    private const float C7 = 1f / 5040;

    private const int ExponentBits = 23;
    private const int ExponentBias = 127;

    /// <summary>exp(x), lane by lane.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> x)
    {
        x = Vector.MinNative(Vector.Create(Border), Vector.MaxNative(Vector.Create(-Border), x));
        var n = Vector.Round(x * PerLogarithm);
        var r = Vector.MultiplyAddEstimate(n, Vector.Create(-LogarithmHigh), x);
        r = Vector.MultiplyAddEstimate(n, Vector.Create(-LogarithmLow), r);
        var sum = Vector.MultiplyAddEstimate(r, Vector.Create(C7), Vector.Create(C6));
        sum = Vector.MultiplyAddEstimate(sum, r, Vector.Create(C5));
        sum = Vector.MultiplyAddEstimate(sum, r, Vector.Create(C4));
        sum = Vector.MultiplyAddEstimate(sum, r, Vector.Create(C3));
        sum = Vector.MultiplyAddEstimate(sum, r, Vector.Create(C2));
        sum = Vector.MultiplyAddEstimate(sum, r, Vector<float>.One);
        sum = Vector.MultiplyAddEstimate(sum, r, Vector<float>.One);
        var exponent = Vector.ConvertToInt32Native(n) + Vector.Create(ExponentBias);
        return sum * Vector.ShiftLeft(exponent, ExponentBits).As<int, float>();
    }

    /// <inheritdoc cref="Of(Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x)
    {
        x = Vector512.MinNative(Vector512.Create(Border), Vector512.MaxNative(Vector512.Create(-Border), x));
        var n = Vector512.Round(x * PerLogarithm);
        var r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-LogarithmHigh), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-LogarithmLow), r);
        var sum = Vector512.MultiplyAddEstimate(r, Vector512.Create(C7), Vector512.Create(C6));
        sum = Vector512.MultiplyAddEstimate(sum, r, Vector512.Create(C5));
        sum = Vector512.MultiplyAddEstimate(sum, r, Vector512.Create(C4));
        sum = Vector512.MultiplyAddEstimate(sum, r, Vector512.Create(C3));
        sum = Vector512.MultiplyAddEstimate(sum, r, Vector512.Create(C2));
        sum = Vector512.MultiplyAddEstimate(sum, r, Vector512<float>.One);
        sum = Vector512.MultiplyAddEstimate(sum, r, Vector512<float>.One);
        var exponent = Vector512.ConvertToInt32Native(n) + Vector512.Create(ExponentBias);
        return sum * Vector512.ShiftLeft(exponent, ExponentBits).AsSingle();
    }
}
