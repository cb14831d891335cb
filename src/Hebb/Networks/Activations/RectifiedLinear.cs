using System.Runtime.Intrinsics;

namespace Hebb.Networks.Activations;

/// <summary>rho(u) = max(u, 0), the activation of the report's backprop networks.</summary>
public readonly struct RectifiedLinear : IActivation
{
    /// <inheritdoc/>
    public static double Minimum => 0;

    /// <inheritdoc/>
    public static double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public static bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => T.Max(unit, T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T> => unit >= T.Zero ? T.One : T.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T> => activity > T.Zero ? T.One : T.Zero;

    // One instruction; with the unit as the right operand a NaN stays a NaN.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) => Vector.MaxNative(Vector<float>.Zero, unit);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) => Vector512.MaxNative(Vector512<float>.Zero, unit);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Derivative(Vector<float> unit) =>
        Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(unit, Vector<float>.Zero),
            Vector<float>.One,
            Vector<float>.Zero
        );

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> DerivativeFromActivity(Vector<float> activity) =>
        Vector.ConditionalSelect(
            Vector.GreaterThan(activity, Vector<float>.Zero),
            Vector<float>.One,
            Vector<float>.Zero
        );
}
