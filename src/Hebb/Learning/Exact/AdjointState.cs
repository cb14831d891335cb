using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;

namespace Hebb.Learning.Exact;

/// <summary>
/// What is known backwards of the free layers of a batch: the slopes rho'(drive) and the errors dC/d drive. Made once and
/// reused.
/// </summary>
/// <typeparam name="T">The number type; real.</typeparam>
internal sealed class AdjointState<T>(NetworkState<T> like)
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T>?[] _slopes = like.NewMatrices();
    private readonly AlignedMatrix<T>?[] _errors = like.NewMatrices();
    private readonly AlignedMatrix<T>?[] _next = like.NewMatrices();
    private readonly AlignedMatrix<T> _cost = new(like.Capacity, like.Topology.OutputSize);

    /// <summary>How far the error that moved furthest moved last, for each example.</summary>
    public double[] Residuals { get; } = new double[like.Capacity];

    /// <summary>The examples.</summary>
    public int Rows { get; private set; }

    /// <summary>rho'(drive) of a layer: a row an example.</summary>
    public MatrixSpan<T> Slopes(int layer) => _slopes[layer]!.First(Rows);

    /// <summary>dC/d drive of a layer: a row an example.</summary>
    public MatrixSpan<T> Errors(int layer) => _errors[layer]!.First(Rows);

    /// <summary>Room for the errors of a layer while the old ones are still read.</summary>
    public MatrixSpan<T> Next(int layer) => _next[layer]!.First(Rows);

    /// <summary>dC/dy: a row an example.</summary>
    public MatrixSpan<T> CostGradient => _cost.First(Rows);

    /// <summary>Takes the outputs of a batch and forgets the errors of the one before.</summary>
    /// <param name="cost">C.</param>
    /// <param name="targets">A row an example.</param>
    /// <returns>The mean cost.</returns>
    public double Begin(NetworkState<T> state, ICost cost, ReadOnlyMatrixSpan<T> targets)
    {
        Resize(state.Rows);
        var mean = cost.Evaluate(state.Outputs, targets, CostGradient) / Rows;

        foreach (var layer in state.Topology.Free)
        {
            _errors[layer]!.Span.Clear();
        }

        return mean;
    }

    /// <summary>Makes the views as long as a batch.</summary>
    public void Resize(int rows) => Rows = rows;

    /// <summary>Takes the slopes of a layer from its drives.</summary>
    /// <param name="drives">A row an example, padded like all layers.</param>
    public void SetSlopes(Activation activation, int layer, ReadOnlyMatrixSpan<T> drives) =>
        activation.Derivative(drives.Span, _slopes[layer]!.First(drives.Rows).Span);

    /// <summary>Turns dC/ds in <see cref="Next"/> into the errors rho'(drive) dC/ds of a layer.</summary>
    /// <param name="measures">Whether the residuals are raised to how far an error moves.</param>
    public void Commit(int layer, bool measures)
    {
        var next = Next(layer);
        TensorPrimitives.Multiply(next.Span, Slopes(layer).Span, next.Span);
        if (measures)
        {
            Measure(next, Errors(layer));
        }

        (_errors[layer], _next[layer]) = (_next[layer], _errors[layer]);
    }

    private void Measure(ReadOnlyMatrixSpan<T> next, ReadOnlyMatrixSpan<T> errors)
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var unit = 0; unit < next.Columns; unit++)
            {
                var moved = Transcendental.Magnitude(next[row][unit] - errors[row][unit]);
                Residuals[row] = Math.Max(Residuals[row], moved);
            }
        }
    }
}
