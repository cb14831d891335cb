using Hebb.Learning.FreeEnergies;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The trace of a policy with one hidden layer, where the gradient of log pi is made of outer products: a number for each row of
/// weights times a row of numbers.
/// </summary>
/// <param name="parameters">The parameters that follow it, of <see cref="FusedFreeEnergies.Topology"/>.</param>
internal sealed class ShallowTrace(NetworkParameters<float> parameters) : IStateful
{
    private readonly NetworkParameters<float> _trace = new(parameters.Topology);

    /// <summary>e = decay e + gradient, theta = theta + amount e.</summary>
    /// <param name="inputs">x: what multiplies the hidden drives' gradient in each row of weights.</param>
    /// <param name="hidden">The gradient of the hidden drives, padding included.</param>
    /// <param name="units">What multiplies it in each action's weights: a row an action, padding included.</param>
    public void Step(
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> hidden,
        ReadOnlySpan<float> score,
        ReadOnlyMatrixSpan<float> units,
        float decay,
        float amount
    )
    {
        var stride = hidden.Length;
        var weights = parameters.EditWeights(0).Span;
        var traces = _trace.EditWeights(0).Span;
        for (var input = 0; input < inputs.Length; input++)
        {
            TraceKernels.Row(
                inputs[input],
                hidden,
                decay,
                amount,
                traces.Slice(input * stride, stride),
                weights.Slice(input * stride, stride)
            );
        }

        TraceKernels.Row(1, hidden, decay, amount, _trace.EditBiases(1), parameters.EditBiases(1));
        weights = parameters.EditWeights(1).Span;
        traces = _trace.EditWeights(1).Span;
        for (var action = 0; action < score.Length; action++)
        {
            TraceKernels.Row(
                score[action],
                units[action],
                decay,
                amount,
                traces.Slice(action * stride, stride),
                weights.Slice(action * stride, stride)
            );
        }

        TraceKernels.Row(1, score, decay, amount, _trace.EditBiases(2), parameters.EditBiases(2));
    }

    public void VisitState(StateVisitor visitor) => _trace.VisitState(visitor);
}
