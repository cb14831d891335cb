using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents;

/// <summary>An <see cref="IAgent"/> among the agents that play environments side by side: it plays one.</summary>
/// <param name="inner">The agent; from now on this object alone asks and tells it.</param>
public sealed class OneEnvironmentAgent(IAgent inner) : IParallelAgent
{
    /// <summary>The agent, to be looked at.</summary>
    public IAgent Inner { get; } = inner;

    /// <inheritdoc/>
    public int EnvironmentCount => 1;

    /// <inheritdoc/>
    public bool IsFinite => Inner.IsFinite;

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) =>
        actions[0] = Inner.Act(observations[0]);

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        var result = new StepResult(steps.Rewards[0], steps.Terminated[0], steps.Truncated[0]);

        // Such an agent receives the last observation of an episode that ended, and acts next on the first of another.
        Inner.Observe((result.EpisodeEnded ? steps.FinalObservations : steps.Observations)[0], result);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor) => Inner.VisitState(visitor);
}
