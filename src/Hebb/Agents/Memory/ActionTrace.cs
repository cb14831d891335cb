using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>The eligibility traces of <see cref="ActionWeights"/>, and the weights that follow them.</summary>
/// <param name="weights">The weights that follow.</param>
internal sealed class ActionTrace(ActionWeights weights) : IStateful
{
    private readonly AlignedMatrix<float> _hidden = new(weights.Hidden.Rows, weights.Hidden.Columns);
    private readonly float[] _logit = new float[weights.Logit.Length];

    /// <summary>|e|_1.</summary>
    public double Magnitude =>
        TensorPrimitives.SumOfMagnitudes<float>(_hidden.Span) + TensorPrimitives.SumOfMagnitudes<float>(_logit);

    /// <summary>theta = theta + amount e + direct gradient; e = decay e + gradient.</summary>
    /// <param name="recall">What was recalled of each action.</param>
    /// <param name="hidden">The hidden units with each action clamped, a row an action.</param>
    /// <param name="score">The gradient of log pi(a|s) in what the logits are made of.</param>
    /// <param name="directScore">The same of what is followed at once, already times its step.</param>
    /// <param name="decay">What is left of the trace.</param>
    /// <param name="amount">The step along the trace as it was.</param>
    public void Step(
        RecallReader recall,
        AlignedMatrix<float> hidden,
        ReadOnlySpan<float> score,
        ReadOnlySpan<float> directScore,
        float decay,
        float amount
    )
    {
        Span<float> all = weights.Hidden.Span;
        TensorPrimitives.MultiplyAdd(_hidden.Span, amount, all, all);
        TensorPrimitives.Multiply(_hidden.Span, decay, _hidden.Span);
        TensorPrimitives.MultiplyAdd(_logit, amount, weights.Logit, weights.Logit);
        TensorPrimitives.Multiply(_logit, decay, _logit);
        for (var action = 0; action < score.Length; action++)
        {
            ReadOnlySpan<float> features = recall.Features(action);
            for (var row = 0; row < features.Length; row++)
            {
                if (features[row] == 0)
                {
                    continue;
                }

                Span<float> trace = _hidden.Padded(row);
                Span<float> weight = weights.Hidden.Padded(row);
                TensorPrimitives.MultiplyAdd(hidden.Padded(action), score[action] * features[row], trace, trace);
                TensorPrimitives.MultiplyAdd(
                    hidden.Padded(action),
                    directScore[action] * features[row],
                    weight,
                    weight
                );
                _logit[row] += score[action] * features[row];
                weights.Logit[row] += directScore[action] * features[row];
            }
        }

        foreach (ref var number in _hidden.Span)
        {
            number = Negligible.ToZero(number);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Matrix("hidden", _hidden.All);
        visitor.Numbers<float>("logit", _logit);
    }
}
