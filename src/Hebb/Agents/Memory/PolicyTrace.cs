using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>
/// The eligibility trace of a policy of free energies with one hidden layer, and the parameters that follow it: both are walked over once in
/// a step.
/// </summary>
/// <param name="parameters">The parameters that follow it.</param>
/// <param name="tellsActionsApart">Whether each action's own weights and bias follow it too.</param>
internal sealed class PolicyTrace(NetworkParameters<float> parameters, bool tellsActionsApart) : IStateful
{
    private readonly NetworkParameters<float> _trace = new(parameters.Topology);
    private readonly AlignedBuffer<float> _field = new(parameters.Weights(0).Stride);
    private readonly AlignedBuffer<float> _direct = new(parameters.Weights(0).Stride);
    private readonly AlignedBuffer<float> _none = new(parameters.Weights(0).Stride);

    /// <summary>The gradient of log pi(a|s) in the drives of the hidden units, of the last step.</summary>
    public ReadOnlySpan<float> Field => _field.Span;

    /// <summary>What was followed at once in the drives of the hidden units, of the last step.</summary>
    public ReadOnlySpan<float> Direct => _direct.Span;

    /// <summary>|e|_1.</summary>
    public double Magnitude => TensorPrimitives.SumOfMagnitudes(_trace.All);

    /// <summary>theta = theta + amount e + direct gradient; e = decay e + gradient.</summary>
    /// <param name="inputs">x.</param>
    /// <param name="hidden">The hidden units with each action clamped, a row an action.</param>
    /// <param name="score">The gradient of log pi(a|s) in what the logits are made of, a number for each action.</param>
    /// <param name="directScore">The same of what is followed at once, already times its step.</param>
    /// <param name="decay">What is left of the trace.</param>
    /// <param name="amount">The step along the trace as it was.</param>
    public void Step(
        ReadOnlySpan<float> inputs,
        AlignedMatrix<float> hidden,
        ReadOnlySpan<float> score,
        ReadOnlySpan<float> directScore,
        float decay,
        float amount
    )
    {
        Combine(hidden, score, _field.Span);
        Combine(hidden, directScore, _direct.Span);
        var stride = hidden.Stride;
        Span<float> weights = parameters.EditWeights(0).Span;
        Span<float> traces = _trace.EditWeights(0).Span;
        for (var input = 0; input < inputs.Length; input++)
        {
            Span<float> trace = traces.Slice(input * stride, stride);
            Span<float> row = weights.Slice(input * stride, stride);
            TraceKernels.FollowThenTrace(inputs[input], _field.Span, _direct.Span, decay, amount, trace, row);
        }

        TraceKernels.FollowThenTrace(
            1,
            _field.Span,
            _direct.Span,
            decay,
            amount,
            _trace.EditBiases(1),
            parameters.EditBiases(1)
        );
        if (!tellsActionsApart)
        {
            return;
        }

        weights = parameters.EditWeights(1).Span;
        traces = _trace.EditWeights(1).Span;
        for (var action = 0; action < score.Length; action++)
        {
            Span<float> row = weights.Slice(action * stride, stride);
            TensorPrimitives.MultiplyAdd(hidden.Padded(action), directScore[action], row, row);
            Span<float> trace = traces.Slice(action * stride, stride);
            TraceKernels.FollowThenTrace(score[action], hidden.Padded(action), _none.Span, decay, amount, trace, row);
        }

        TraceKernels.FollowThenTrace(
            1,
            score,
            directScore,
            decay,
            amount,
            _trace.EditBiases(2),
            parameters.EditBiases(2)
        );
    }

    private static void Combine(AlignedMatrix<float> hidden, ReadOnlySpan<float> factors, Span<float> sum)
    {
        sum.Clear();
        for (var action = 0; action < factors.Length; action++)
        {
            TensorPrimitives.MultiplyAdd(hidden.Padded(action), factors[action], sum, sum);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor) => _trace.VisitState(visitor);
}
