using System.Runtime.Intrinsics;

namespace Hebb.Networks.Activations;

/// <summary>rho(u) = min(max(u, 0), 6), the rectified linear unit with a ceiling (Krizhevsky 2010): without one, units that drive each other grow for ever.</summary>
public readonly struct ClippedRectifiedLinear : IActivation
{
    private const float Ceiling = 6;

    /// <inheritdoc/>
    public static double Minimum => 0;

    /// <inheritdoc/>
    public static double Maximum => Ceiling;

    /// <inheritdoc/>
    public static bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => T.Min(T.Max(unit, T.Zero), T.CreateTruncating(Ceiling));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T> => unit >= T.Zero && unit <= T.CreateTruncating(Ceiling) ? T.One : T.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T> =>
        activity > T.Zero && activity < T.CreateTruncating(Ceiling) ? T.One : T.Zero;

    // One instruction each; with the unit as the right operand a NaN stays a NaN.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) =>
        Vector.MinNative(Vector.Create(Ceiling), Vector.MaxNative(Vector<float>.Zero, unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) =>
        Vector512.MinNative(Vector512.Create(Ceiling), Vector512.MaxNative(Vector512<float>.Zero, unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Derivative(Vector<float> unit) =>
        Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(unit, Vector<float>.Zero) & Vector.LessThanOrEqual(unit, Vector.Create(Ceiling)),
            Vector<float>.One,
            Vector<float>.Zero
        );

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> DerivativeFromActivity(Vector<float> activity) =>
        Vector.ConditionalSelect(
            Vector.GreaterThan(activity, Vector<float>.Zero) & Vector.LessThan(activity, Vector.Create(Ceiling)),
            Vector<float>.One,
            Vector<float>.Zero
        );
}
