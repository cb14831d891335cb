using Hebb.Numerics;

namespace Hebb.Costs;

/// <summary>
/// What is asked of the output units y of one example: the hook for anything that has a value and a gradient there. Nudging
/// adds beta C to the energy.
/// </summary>
/// <remarks>
/// For a <see cref="Hebb.Networks.Topology.LayerRole.Readout"/> y are the drives that it reads. Number types are float32 and float64, and
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
    /// <param name="outputs">y.</param>
    /// <param name="target">What is asked, such as y'.</param>
    T Value<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target)
        where T : unmanaged, INumberBase<T>;

    /// <summary>dC/dy.</summary>
    /// <param name="outputs">y.</param>
    /// <param name="target">What is asked, such as y'.</param>
    /// <param name="gradient">Receives the gradient; other numbers than those of y.</param>
    void Gradient<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> target, Span<T> gradient)
        where T : unmanaged, INumberBase<T>;

    /// <summary>
    /// C and dC/dy of a whole batch: what <see cref="Value{T}"/> and <see cref="Gradient{T}"/> say, row by row. A cost that is asked
    /// often writes it out, to be asked once a batch in place of twice an example.
    /// </summary>
    /// <param name="outputs">y: a row an example.</param>
    /// <param name="targets">What is asked: a row an example.</param>
    /// <param name="gradients">Receives the gradients: a row an example.</param>
    /// <returns>The sum of the costs; of complex ones, of their real parts.</returns>
    double Evaluate<T>(ReadOnlyMatrixSpan<T> outputs, ReadOnlyMatrixSpan<T> targets, MatrixSpan<T> gradients)
        where T : unmanaged, INumberBase<T>
    {
        var sum = 0.0;
        for (var row = 0; row < outputs.Rows; row++)
        {
            Gradient(outputs[row], targets[row], gradients[row]);
            sum += Transcendental.RealPart(Value(outputs[row], targets[row]));
        }

        return sum;
    }
}
