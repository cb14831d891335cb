using System.Runtime.Intrinsics;

namespace Hebb.Networks.Activations;

/// <summary>
/// rho(u) = min(max(u, 0), 1), the report's activation (and Scellier and Bengio's, 2017, section 2): a unit
/// answers between 0 and 1 and is flat outside.
/// </summary>
public readonly struct HardSigmoid : IActivation
{
    /// <inheritdoc/>
    public static double Minimum => 0;

    /// <inheritdoc/>
    public static double Maximum => 1;

    /// <inheritdoc/>
    public static bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => T.Min(T.Max(unit, T.Zero), T.One);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T> => unit >= T.Zero && unit <= T.One ? T.One : T.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T> => activity > T.Zero && activity < T.One ? T.One : T.Zero;

    // One instruction each; with the unit as the right operand a NaN stays a NaN.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) =>
        Vector.MinNative(Vector<float>.One, Vector.MaxNative(Vector<float>.Zero, unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) =>
        Vector512.MinNative(Vector512<float>.One, Vector512.MaxNative(Vector512<float>.Zero, unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Derivative(Vector<float> unit) =>
        Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(unit, Vector<float>.Zero) & Vector.LessThanOrEqual(unit, Vector<float>.One),
            Vector<float>.One,
            Vector<float>.Zero
        );

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> DerivativeFromActivity(Vector<float> activity) =>
        Vector.ConditionalSelect(
            Vector.GreaterThan(activity, Vector<float>.Zero) & Vector.LessThan(activity, Vector<float>.One),
            Vector<float>.One,
            Vector<float>.Zero
        );
}
