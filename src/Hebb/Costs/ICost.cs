using System.Numerics;

namespace Hebb.Costs;

/// <summary>
/// What is asked of the output units y of one example: the hook for anything that has a value and a gradient there. Nudging
/// adds beta C to the energy.
/// </summary>
/// <remarks>
/// For a <see cref="Networks.LayerRole.Readout"/> y are the drives that it reads. Number types are float32 and float64, and
/// complex where the cost <see cref="IsAnalytic"/>.
/// </remarks>
public interface ICost
{
    /// <summary>The name in configurations, tables and on the command line.</summary>
    string Name { get; }

    /// <summary>Whether value and gradient continue into the complex plane.</summary>
    bool IsAnalytic { get; }

    /// <summary>
    /// A number c such that dC/dy - c y hardly depends on y: the second derivative where that is constant. Sweeps solve
    /// for this part of the nudging exactly, where the output is piecewise linear. 0 is always right.
    /// </summary>
    double Curvature { get; }

    /// <summary>How many numbers say what is asked of an example: as many as there are outputs, where a cost does not say otherwise.</summary>
    /// <param name="outputs">The length of y.</param>
    int TargetSize(int outputs) => outputs;

    /// <summary>C(y).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="outputs">y.</param>
    /// <param name="target">What is asked, such as y'.</param>
    T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>;

    /// <summary>dC/dy.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="outputs">y.</param>
    /// <param name="target">What is asked, such as y'.</param>
    /// <param name="gradient">Receives the gradient; other numbers than those of y.</param>
    void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>;
}
