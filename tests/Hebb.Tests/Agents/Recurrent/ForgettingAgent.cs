using Hebb.Agents;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Recurrent;

/// <summary>An agent to which every step looks like an episode of its own: it acts and learns without a memory.</summary>
internal sealed class ForgettingAgent(IParallelAgent inner) : IParallelAgent
{
    public int EnvironmentCount => inner.EnvironmentCount;

    public bool IsFinite => inner.IsFinite;

    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) => inner.Act(observations, actions);

    public void Observe(in ParallelSteps steps)
    {
        Span<bool> truncated = stackalloc bool[steps.Truncated.Length];
        truncated.Fill(true);
        inner.Observe(
            new ParallelSteps
            {
                Observations = steps.Observations,
                Rewards = steps.Rewards,
                Terminated = steps.Terminated,
                Truncated = truncated,
                FinalObservations = steps.Observations,
            }
        );
    }

    public void VisitState(StateVisitor visitor) => inner.VisitState(visitor);
}
