using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hebb.Networks.Activations;

namespace OpenCatalogue;

/// <summary>rho(u) = u / (1 + |u|): bounded as tanh, with tails that fall off slowly.</summary>
public readonly struct Softsign : IActivation
{
    /// <summary>The activation by name.</summary>
    public static Activation Activation { get; } =
        Hebb.Networks.Activations.Activation.Of<Softsign>("softsign", "u / (1 + |u|)");

    /// <inheritdoc/>
    public static double Minimum => -1;

    /// <inheritdoc/>
    public static double Maximum => 1;

    /// <inheritdoc/>
    public static bool IsPiecewiseLinear => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => unit / (T.One + T.Abs(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T>
    {
        var scale = T.One + T.Abs(unit);
        return T.One / (scale * scale);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        var rest = T.One - T.Abs(activity);
        return rest * rest;
    }

    /// <inheritdoc/>
    public static T Inverse<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        var margin = OpenRange.Margin<T>();
        var inside = T.Clamp(activity, margin - T.One, T.One - margin);
        return inside / (T.One - T.Abs(inside));
    }

    /// <inheritdoc/>
    public static T Potential<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        // It has no end at the ends of the range: there it is held where the inverse is.
        var size = T.Min(T.Abs(activity), T.One - OpenRange.Margin<T>());
        return -size - T.Log(T.One - size);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Apply(Vector<float> unit) => unit / (Vector<float>.One + Vector.Abs(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> unit) => unit / (Vector512<float>.One + Vector512.Abs(unit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Derivative(Vector<float> unit)
    {
        var scale = Vector<float>.One + Vector.Abs(unit);
        return Vector<float>.One / (scale * scale);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> DerivativeFromActivity(Vector<float> activity)
    {
        var rest = Vector<float>.One - Vector.Abs(activity);
        return rest * rest;
    }
}
