namespace Hebb.Agents;

/// <summary>
/// An agent with a memory: what it does depends on what it has met since the episode began, so an observation alone does not give
/// its action.
/// </summary>
public interface IRememberingAgent : IParallelAgent
{
    /// <summary>
    /// Makes a policy that acts by the agent's parameters, as they are whenever it is asked, with a memory of its own: it learns
    /// nothing, and the agent's training does not notice it. Its actions are drawn from a stream that starts as the agent's own did.
    /// </summary>
    IRememberingPolicy CreatePolicy();
}
