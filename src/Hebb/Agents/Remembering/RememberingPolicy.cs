using Hebb.Environments;
using Hebb.Memory;

namespace Hebb.Agents.Remembering;

/// <summary>A <see cref="RememberingAgent"/> as it acts, with memories of its own.</summary>
/// <remarks>
/// Drawn actions are asked of the agent itself, as of any that has no memory (<see cref="EvaluatedPolicy"/>): it is not to be trained on
/// after them. Its best actions change nothing in it.
/// </remarks>
internal sealed class RememberingPolicy(IParallelAgent agent, MemoryBank bank) : IRememberingPolicy
{
    private readonly EvaluatedPolicy _best = new(agent, bank.Size, samples: false);
    private readonly EvaluatedPolicy _drawn = new(agent, bank.Size, samples: true);

    public void Begin() => bank.Begin();

    public int Act(ReadOnlySpan<float> observation, bool samples)
    {
        bank.Write(new MemoryInput { Observation = observation, LastState = [] });
        return (samples ? _drawn : _best).Act(bank.Numbers);
    }

    // What it was shown is written when it is asked next.
    public void Observe(ReadOnlySpan<float> next, in StepResult result) { }
}
