using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents;

/// <summary>
/// One learner that plays several environments of one kind side by side: it is asked for an action for each, then told
/// what came of them. When and from what it learns is its own affair; nothing is allocated by a step after the first updates
/// have sized its buffers.
/// </summary>
public interface IParallelAgent : IStateful
{
    /// <summary>How many environments it plays; at least 1.</summary>
    int EnvironmentCount { get; }

    /// <summary>Chooses an action for each environment, as it does while it learns: drawn or explored.</summary>
    /// <param name="observations">A row an environment, scaled as the agent expects them.</param>
    /// <param name="actions">Receives an action index for each environment.</param>
    void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions);

    /// <summary>Tells the agent what the actions it chose last led to; the agent may learn here.</summary>
    /// <param name="steps">What each environment returned.</param>
    void Observe(in ParallelSteps steps);

    /// <summary>Whether every learned parameter is a finite number; false means that learning has diverged.</summary>
    bool IsFinite { get; }
}
