using Hebb.Costs;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Learning;

/// <summary>The gradients of a cost at the outputs of a state, kept while the outputs move on.</summary>
internal sealed class CostGradients<T>(NetworkState<T> like)
    where T : unmanaged, INumberBase<T>
{
    private readonly AlignedMatrix<T> _gradients = new(like.Capacity, like.Topology.OutputSize);

    /// <summary>The mean cost of the state that was asked of last.</summary>
    public double MeanCost { get; private set; }

    /// <summary>dC/dy: a row an example.</summary>
    /// <param name="cost">C.</param>
    /// <param name="targets">What the cost asks: a row an example.</param>
    public ReadOnlyMatrixSpan<T> Of(NetworkState<T> state, ICost cost, ReadOnlyMatrixSpan<T> targets)
    {
        var outputs = state.Outputs;
        var gradients = _gradients.First(outputs.Rows);
        MeanCost = cost.Evaluate(outputs, targets, gradients) / outputs.Rows;
        return gradients;
    }
}
