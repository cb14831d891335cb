using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>An agent that can also be asked for its greedy actions, apart from how it explores.</summary>
public interface IGreedyAgent : IParallelAgent
{
    /// <summary>Chooses the agent's greedy actions, learning nothing and drawing from no stream of its training.</summary>
    /// <param name="observations">A row an environment, at most <see cref="IParallelAgent.EnvironmentCount"/>.</param>
    /// <param name="actions">Receives an action index for each row.</param>
    void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions);
}
