namespace Hebb.Numerics;

/// <summary>
/// Turns numbers too small to matter into zero. A decaying average of something that has fallen silent would
/// otherwise end among the denormal numbers, where each operation costs a hundred ordinary ones.
/// </summary>
public static class Negligible
{
    private const float Threshold = 1e-30f;

    /// <summary>The value, or zero where its magnitude is below 1e-30.</summary>
    /// <param name="value">Any number; NaN stays NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToZero<T>(T value)
        where T : IFloatingPointIeee754<T> => T.Abs(value) < T.CreateTruncating(Threshold) ? T.Zero : value;

    /// <summary>The values, those below 1e-30 in magnitude as zero.</summary>
    /// <param name="values">Any numbers; NaN stays NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ToZero(Vector<float> values) =>
        Vector.AndNot(values, Vector.LessThan(Vector.Abs(values), Vector.Create(Threshold)).As<int, float>());
}
