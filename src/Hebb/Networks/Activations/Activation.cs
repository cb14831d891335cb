using Hebb.Naming;
using Hebb.Numerics.Products;

namespace Hebb.Networks.Activations;

/// <summary>
/// The catalogue of activations: an activation as a value that a layer carries, working on whole rows at a time.
/// </summary>
/// <remarks>
/// Number types are float32 and float64, and complex where the activation <see cref="IsAnalytic"/>.
/// A layer's units settle at rho(drive); see <see cref="IActivation"/> for the energy that this minimises.
/// </remarks>
public abstract class Activation : INamed
{
    private protected Activation(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>min(max(u, 0), 1), the report's.</summary>
    public static Activation HardSigmoid { get; } =
        new Activation<HardSigmoid>("hard-sigmoid", "min(max(u, 0), 1), the report's");

    /// <summary>1 / (1 + exp(-u)).</summary>
    public static Activation Sigmoid { get; } = new AnalyticActivation<Sigmoid>("sigmoid", "1 / (1 + exp(-u))");

    /// <summary>tanh(u).</summary>
    public static Activation Tanh { get; } = new AnalyticActivation<Tanh>("tanh", "tanh(u)");

    /// <summary>min(max(u, -1), 1).</summary>
    public static Activation HardTanh { get; } = new Activation<HardTanh>("hard-tanh", "min(max(u, -1), 1)");

    /// <summary>max(u, 0).</summary>
    public static Activation RectifiedLinear { get; } =
        new Activation<RectifiedLinear>("rectified-linear", "max(u, 0); may grow for ever in a loop");

    /// <summary>min(max(u, 0), 6).</summary>
    public static Activation ClippedRectifiedLinear { get; } =
        new Activation<ClippedRectifiedLinear>("clipped-rectified-linear", "min(max(u, 0), 6)");

    /// <summary>u.</summary>
    public static Activation Linear { get; } = new AnalyticActivation<Identity>("linear", "u");

    /// <summary>All of them.</summary>
    public static Catalogue<Activation> All { get; } =
        new(
            "activation",
            () => [HardSigmoid, Sigmoid, Tanh, HardTanh, RectifiedLinear, ClippedRectifiedLinear, Linear]
        );

    /// <summary>The name in configurations and on the command line.</summary>
    public string Name { get; }

    /// <summary>One line on what it is.</summary>
    public string Description { get; }

    /// <summary>The lower end of the range; may be minus infinity.</summary>
    public abstract double Minimum { get; }

    /// <summary>The upper end of the range; may be infinity.</summary>
    public abstract double Maximum { get; }

    /// <summary>Whether it is the identity held within its range; see <see cref="IActivation.IsPiecewiseLinear"/>.</summary>
    public abstract bool IsPiecewiseLinear { get; }

    /// <summary>Whether it takes complex numbers.</summary>
    public virtual bool IsAnalytic => false;

    /// <summary>
    /// An activation of one's own, with all that a built-in one has: kernels compiled for it, a name in settings, gradient checks. It is
    /// known by name where it is added to a catalogue.
    /// </summary>
    /// <typeparam name="TActivation">What it computes.</typeparam>
    /// <param name="name">The name in configurations and on the command line, in lower case with hyphens.</param>
    /// <param name="description">One line on what it is.</param>
    public static Activation Of<TActivation>(string name, string description)
        where TActivation : struct, IActivation => new Activation<TActivation>(name, description);

    /// <summary>The same of one that takes complex numbers too, as holomorphic equilibrium propagation needs.</summary>
    /// <inheritdoc cref="Of{TActivation}"/>
    public static Activation OfAnalytic<TActivation>(string name, string description)
        where TActivation : struct, IAnalyticActivation => new AnalyticActivation<TActivation>(name, description);

    /// <summary>The activation of a name.</summary>
    /// <param name="name">One of the names in <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Activation Named(string name) => All.Find(name);

    /// <summary>rho(drive).</summary>
    /// <param name="drives">The drives of any number of units.</param>
    /// <param name="activities">Receives the activities, at least as many; may be the same numbers.</param>
    public abstract void Apply<T>(ReadOnlySpan<T> drives, Span<T> activities)
        where T : unmanaged, INumberBase<T>;

    /// <summary>rho'(drive); at a kink the derivative of the flank that is not flat.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="slopes">Receives the derivatives, at least as many; may be the same numbers.</param>
    public abstract void Derivative<T>(ReadOnlySpan<T> drives, Span<T> slopes)
        where T : unmanaged, INumberBase<T>;

    /// <summary>The drives at which units have these activities.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="drives">Receives the drives, at least as many; may be the same numbers.</param>
    public abstract void Inverse<T>(ReadOnlySpan<T> activities, Span<T> drives)
        where T : unmanaged, INumberBase<T>;

    /// <summary>The sum of the potentials G of the activities.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    public abstract T Potential<T>(ReadOnlySpan<T> activities)
        where T : unmanaged, INumberBase<T>;

    /// <summary>rho of a sum of products in float32, fused.</summary>
    internal abstract void Product(in ProductSum sum);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
