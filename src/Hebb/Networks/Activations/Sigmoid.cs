using System.Runtime.Intrinsics;
using Hebb.Numerics;

namespace Hebb.Networks.Activations;

/// <summary>rho(u) = 1 / (1 + exp(-u)).</summary>
public readonly struct Sigmoid : IAnalyticActivation
{
    /// <inheritdoc/>
    public static double Minimum => 0;

    /// <inheritdoc/>
    public static double Maximum => 1;

    /// <inheritdoc/>
    public static bool IsPiecewiseLinear => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T> => DerivativeFromActivity(Apply(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T> => activity * (T.One - activity);

    /// <inheritdoc/>
    public static T Inverse<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        var margin = OpenRange.Margin<T>();
        var inside = T.Clamp(activity, margin, T.One - margin);
        return T.Log(inside / (T.One - inside));
    }

    /// <inheritdoc/>
    public static T Potential<T>(T activity)
        where T : IFloatingPointIeee754<T> =>
        OpenRange.TimesLogarithm(activity) + OpenRange.TimesLogarithm(T.One - activity);

    /// <inheritdoc/>
    public static Complex Apply(Complex unit) => 1 / (1 + Complex.Exp(-unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) =>
        Vector<float>.One / (Vector<float>.One + VectorExponential.Of(-unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) =>
        Vector512<float>.One / (Vector512<float>.One + VectorExponential.Of(-unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Derivative(Vector<float> unit) => DerivativeFromActivity(Apply(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> DerivativeFromActivity(Vector<float> activity) =>
        activity * (Vector<float>.One - activity);
}
