using Hebb.Agents;
using Hebb.Cli.Consoles;

namespace Hebb.Cli.Training;

/// <summary>An agent and an environment that are chosen together.</summary>
internal static class AgentChoice
{
    /// <summary>Refuses an environment that an agent is not made for.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="environment">The name of the environment.</param>
    /// <exception cref="InputException">It is not made for it.</exception>
    public static void Require(AgentEntry agent, string environment)
    {
        if (!agent.IsFor(environment))
        {
            throw new InputException(
                $"--env {environment}: {agent.Name} is made for {string.Join(", ", agent.Environments)} alone"
            );
        }
    }
}
