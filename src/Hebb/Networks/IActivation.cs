using System.Numerics;

namespace Hebb.Networks;

/// <summary>
/// An activation rho as a type, so that kernels are compiled for it and pay nothing for the choice.
/// </summary>
/// <remarks>
/// Layers are padded to whole vectors with units of no weights; <c>Apply(0) = 0</c> is required, so that the
/// padding stays silent.
/// </remarks>
public interface IActivation
{
    /// <summary>rho(u).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="unit">The unit's state or drive u.</param>
    static abstract T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T>;

    /// <summary>rho'(u); at a kink the derivative of the flank that is not flat.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="unit">The unit's state or drive u.</param>
    static abstract T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T>;

    /// <summary>rho'(u) read off the activity rho(u); at a kink 0.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="activity">The activity rho(u).</param>
    static abstract T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T>;

    /// <summary>rho(u), lane by lane.</summary>
    /// <param name="unit">States or drives.</param>
    static abstract Vector<float> Apply(Vector<float> unit);

    /// <summary>rho'(u), lane by lane; see <see cref="Derivative{T}"/>.</summary>
    /// <param name="unit">States or drives.</param>
    static abstract Vector<float> Derivative(Vector<float> unit);

    /// <summary>rho'(u) read off rho(u), lane by lane; see <see cref="DerivativeFromActivity{T}"/>.</summary>
    /// <param name="activity">Activities.</param>
    static abstract Vector<float> DerivativeFromActivity(Vector<float> activity);
}
