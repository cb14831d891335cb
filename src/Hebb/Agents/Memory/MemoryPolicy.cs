using Hebb.Environments;
using Hebb.Memory;
using Hebb.Numerics;

namespace Hebb.Agents.Memory;

/// <summary>A <see cref="MemoryAgent"/> as it acts, with memories of its own.</summary>
internal sealed class MemoryPolicy(MemoryReader reader, Pcg64 random) : IRememberingPolicy
{
    private int _action;

    /// <summary>Its memories, as they are.</summary>
    public MemoryBank Memory => reader.Bank;

    public void Begin() => reader.Begin();

    public int Act(ReadOnlySpan<float> observation, bool samples)
    {
        reader.Settle(observation);
        _action = samples
            ? CategoricalPolicy.Sample<float>(reader.Logits, random, reader.Probabilities)
            : GreedyPolicy.Best<float>(reader.Logits);
        reader.Take(_action);
        return _action;
    }

    public void Observe(ReadOnlySpan<float> next, in StepResult result) =>
        reader.Recall?.Observe(_action, next, result.Reward);
}
