using Hebb.Environments;
using Hebb.Snapshots;

namespace Hebb.Agents;

/// <summary>
/// One learner in one environment: it is asked for an action, then given the result. When and from what it
/// learns is its own affair; nothing is allocated by a step after the first episodes have sized its buffers.
/// </summary>
public interface IAgent : IStateful
{
    /// <summary>Chooses an action, drawing from the agent's own random stream where its policy is stochastic.</summary>
    /// <param name="observation">The current observation, raw.</param>
    /// <returns>An action index.</returns>
    int Act(ReadOnlySpan<float> observation);

    /// <summary>Tells the agent what the action it chose last led to; the agent may learn here.</summary>
    /// <param name="nextObservation">The observation after the step.</param>
    /// <param name="result">Reward and end of the episode.</param>
    void Observe(ReadOnlySpan<float> nextObservation, in StepResult result);

    /// <summary>Whether every learned parameter is a finite number; false means that learning has diverged.</summary>
    bool IsFinite { get; }
}
