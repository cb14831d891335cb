using System.Runtime.Intrinsics;
using Hebb.Numerics;

namespace Hebb.Networks.Activations;

/// <summary>rho(u) = tanh(u); in float32 to an absolute error of 1e-7.</summary>
public readonly struct Tanh : IAnalyticActivation
{
    /// <inheritdoc/>
    public static double Minimum => -1;

    /// <inheritdoc/>
    public static double Maximum => 1;

    /// <inheritdoc/>
    public static bool IsPiecewiseLinear => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => T.Tanh(unit);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T> => DerivativeFromActivity(Apply(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T> => T.One - (activity * activity);

    /// <inheritdoc/>
    public static T Inverse<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        var margin = OpenRange.Margin<T>();
        return T.Atanh(T.Clamp(activity, margin - T.One, T.One - margin));
    }

    /// <inheritdoc/>
    public static T Potential<T>(T activity)
        where T : IFloatingPointIeee754<T> =>
        (OpenRange.TimesLogarithm(T.One + activity) + OpenRange.TimesLogarithm(T.One - activity)) / (T.One + T.One);

    /// <inheritdoc/>
    public static Complex Apply(Complex unit) => Complex.Tanh(unit);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) =>
        Vector<float>.One - (Vector.Create(2f) / (Vector<float>.One + VectorExponential.Of(unit + unit)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) =>
        Vector512<float>.One
        - (Vector512.Create(2f) * VectorReciprocal.Of(Vector512<float>.One + VectorExponential.Of(unit + unit)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Derivative(Vector<float> unit) => DerivativeFromActivity(Apply(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> DerivativeFromActivity(Vector<float> activity) =>
        Vector<float>.One - (activity * activity);
}
