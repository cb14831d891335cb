using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Agents.Memory;

/// <summary>A <see cref="MemoryAgent"/> as it acts, with memories of its own.</summary>
internal sealed class MemoryPolicy(MemoryReader reader, Pcg64 random) : IRememberingPolicy
{
    public void Begin() => reader.Begin();

    public int Act(ReadOnlySpan<float> observation, bool samples)
    {
        reader.Settle(observation);
        var action = samples
            ? CategoricalPolicy.Sample<float>(reader.Logits, random, reader.Probabilities)
            : GreedyPolicy.Best<float>(reader.Logits);
        reader.Take(action);
        return action;
    }

    // What it was shown is written when it is asked next.
    public void Observe(ReadOnlySpan<float> next, in StepResult result) { }
}
