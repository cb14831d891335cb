using Hebb.Networks;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// Another policy whose biases go the opposite way of what it learns, as in the report's code (section 5.1: "we found it more beneficial
/// to negate the update on the biases"); its weights follow as they should.
/// </summary>
/// <param name="policy">The other policy, which from now on is this one's.</param>
public sealed class NegatedBiases(ITracedPolicy policy) : ITracedPolicy
{
    private readonly NetworkParameters<float> _before = new(policy.Parameters.Topology);

    /// <inheritdoc/>
    public int InputSize => policy.InputSize;

    /// <inheritdoc/>
    public int ActionCount => policy.ActionCount;

    /// <inheritdoc/>
    public NetworkParameters<float> Parameters => policy.Parameters;

    /// <inheritdoc/>
    public void Consider(ReadOnlySpan<float> observation, Span<float> logits) => policy.Consider(observation, logits);

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<float> observation, Span<float> logits) => policy.Judge(observation, logits);

    /// <inheritdoc/>
    public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
    {
        _before.CopyFrom(Parameters);
        policy.Reinforce(score, decay, amount);
        foreach (var layer in Parameters.Topology.Free)
        {
            // b + d becomes b - d.
            Span<float> biases = Parameters.EditBiases(layer);
            TensorPrimitives.Subtract(_before.Biases(layer), biases, biases);
            TensorPrimitives.Add(_before.Biases(layer), biases, biases);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor) => policy.VisitState(visitor);
}
