using System.Runtime.InteropServices;
using Hebb.Numerics.Products;

namespace Hebb.Networks.Activations;

/// <summary>An entry of the catalogue that passes rows on to the code compiled for its type.</summary>
internal class Activation<TActivation>(string name, string description) : Activation(name, description)
    where TActivation : struct, IActivation
{
    public override double Minimum => TActivation.Minimum;

    public override double Maximum => TActivation.Maximum;

    public override bool IsPiecewiseLinear => TActivation.IsPiecewiseLinear;

    public override void Apply<T>(ReadOnlySpan<T> drives, Span<T> activities)
    {
        if (typeof(T) == typeof(float))
        {
            VectorisedActivation<TActivation>.Apply(
                MemoryMarshal.Cast<T, float>(drives),
                MemoryMarshal.Cast<T, float>(activities)
            );
        }
        else if (typeof(T) == typeof(double))
        {
            ApplyTo(MemoryMarshal.Cast<T, double>(drives), MemoryMarshal.Cast<T, double>(activities));
        }
        else
        {
            throw Unsupported<T>();
        }
    }

    public override void Derivative<T>(ReadOnlySpan<T> drives, Span<T> slopes)
    {
        if (typeof(T) == typeof(float))
        {
            VectorisedActivation<TActivation>.Derivative(
                MemoryMarshal.Cast<T, float>(drives),
                MemoryMarshal.Cast<T, float>(slopes)
            );
        }
        else if (typeof(T) == typeof(double))
        {
            DerivativeTo(MemoryMarshal.Cast<T, double>(drives), MemoryMarshal.Cast<T, double>(slopes));
        }
        else
        {
            throw Unsupported<T>();
        }
    }

    public override void Inverse<T>(ReadOnlySpan<T> activities, Span<T> drives)
    {
        if (typeof(T) == typeof(float))
        {
            InverseTo(MemoryMarshal.Cast<T, float>(activities), MemoryMarshal.Cast<T, float>(drives));
        }
        else if (typeof(T) == typeof(double))
        {
            InverseTo(MemoryMarshal.Cast<T, double>(activities), MemoryMarshal.Cast<T, double>(drives));
        }
        else
        {
            throw Unsupported<T>();
        }
    }

    public override T Potential<T>(ReadOnlySpan<T> activities)
    {
        if (typeof(T) == typeof(float))
        {
            return T.CreateTruncating(PotentialOf(MemoryMarshal.Cast<T, float>(activities)));
        }

        return typeof(T) == typeof(double)
            ? T.CreateTruncating(PotentialOf(MemoryMarshal.Cast<T, double>(activities)))
            : throw Unsupported<T>();
    }

    internal override void Product(in ProductSum sum) => MatrixProduct.Run<ActivationFunction<TActivation>>(sum);

    private static void ApplyTo<T>(ReadOnlySpan<T> drives, Span<T> activities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var unit = 0; unit < drives.Length; unit++)
        {
            activities[unit] = TActivation.Apply(drives[unit]);
        }
    }

    private static void DerivativeTo<T>(ReadOnlySpan<T> drives, Span<T> slopes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var unit = 0; unit < drives.Length; unit++)
        {
            slopes[unit] = TActivation.Derivative(drives[unit]);
        }
    }

    private static void InverseTo<T>(ReadOnlySpan<T> activities, Span<T> drives)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var unit = 0; unit < activities.Length; unit++)
        {
            drives[unit] = TActivation.Inverse(activities[unit]);
        }
    }

    private static T PotentialOf<T>(ReadOnlySpan<T> activities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sum = T.Zero;
        foreach (var activity in activities)
        {
            sum += TActivation.Potential(activity);
        }

        return sum;
    }

    private NotSupportedException Unsupported<T>() =>
        new($"activation {Name}: numbers of type {typeof(T).Name} are not supported by this operation");
}

/// <summary>An entry that takes complex numbers too.</summary>
internal sealed class AnalyticActivation<TActivation>(string name, string description)
    : Activation<TActivation>(name, description)
    where TActivation : struct, IAnalyticActivation
{
    public override bool IsAnalytic => true;

    public override void Apply<T>(ReadOnlySpan<T> drives, Span<T> activities)
    {
        if (typeof(T) != typeof(Complex))
        {
            base.Apply(drives, activities);
            return;
        }

        var from = MemoryMarshal.Cast<T, Complex>(drives);
        var to = MemoryMarshal.Cast<T, Complex>(activities);
        for (var unit = 0; unit < from.Length; unit++)
        {
            to[unit] = TActivation.Apply(from[unit]);
        }
    }
}
