using System.Runtime.Intrinsics;

namespace Hebb.Networks.Activations;

/// <summary>
/// An activation rho as a type, so that kernels are compiled for it and pay nothing for the choice. A new one is a
/// struct of its own, made an <see cref="Activation"/> by <see cref="Activation.Of{TActivation}"/> and added to a catalogue.
/// </summary>
/// <remarks>
/// The kernels of float32 call the methods on vectors alone, the others those on single numbers: both compute the same but for
/// rounding, lane by lane, and what is no number stays so. Methods are called in the innermost loops and want
/// <see cref="System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining"/>; they may not allocate or throw.
/// rho never falls: it is the slope of a convex function, and a unit that settles at rho(drive) minimises
/// <see cref="Potential{T}"/> - drive * activity (the primitive form; Hopfield 1984).
/// The shallow networks pad layers with units of no weights and need <c>Apply(0) = 0</c>; the general ones do not.
/// </remarks>
public interface IActivation
{
    /// <summary>The lower end of rho's range; may be minus infinity.</summary>
    static abstract double Minimum { get; }

    /// <summary>The upper end of rho's range; may be infinity.</summary>
    static abstract double Maximum { get; }

    /// <summary>
    /// Whether rho is the identity held within its range. Then <see cref="Inverse{T}"/> is the identity, the potential
    /// is u^2 / 2, and the energy is the report's eq. (1) with every unit held in the range.
    /// </summary>
    static abstract bool IsPiecewiseLinear { get; }

    /// <summary>rho(u).</summary>
    /// <param name="unit">The unit's state or drive u.</param>
    static abstract T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T>;

    /// <summary>rho'(u); at a kink the derivative of the flank that is not flat.</summary>
    /// <param name="unit">The unit's state or drive u.</param>
    static abstract T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T>;

    /// <summary>rho'(u) read off the activity rho(u); at a kink 0.</summary>
    /// <param name="activity">The activity rho(u).</param>
    static abstract T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T>;

    /// <summary>A drive that has this activity, itself where rho is piecewise linear; at the end of an open range the furthest that still has a finite one.</summary>
    /// <param name="activity">The activity; within the range.</param>
    static virtual T Inverse<T>(T activity)
        where T : IFloatingPointIeee754<T> => activity;

    /// <summary>G, the convex function of the activity whose slope is the inverse of rho: half its square where rho is piecewise linear.</summary>
    /// <param name="activity">The activity; within the range.</param>
    static virtual T Potential<T>(T activity)
        where T : IFloatingPointIeee754<T> => activity * activity / (T.One + T.One);

    /// <summary>rho(u), lane by lane.</summary>
    /// <param name="unit">States or drives.</param>
    static abstract Vector<float> Apply(Vector<float> unit);

    /// <summary>rho(u), lane by lane, over the widest registers.</summary>
    /// <param name="unit">States or drives.</param>
    static abstract Vector512<float> Apply(Vector512<float> unit);

    /// <summary>rho'(u), lane by lane; see <see cref="Derivative{T}"/>.</summary>
    /// <param name="unit">States or drives.</param>
    static abstract Vector<float> Derivative(Vector<float> unit);

    /// <summary>rho'(u) read off rho(u), lane by lane; see <see cref="DerivativeFromActivity{T}"/>.</summary>
    /// <param name="activity">Activities.</param>
    static abstract Vector<float> DerivativeFromActivity(Vector<float> activity);
}
