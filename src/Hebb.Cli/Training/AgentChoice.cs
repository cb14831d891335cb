using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;

namespace Hebb.Cli.Training;

/// <summary>Agents by the names that are given on the command line.</summary>
internal static class AgentChoice
{
    /// <summary>The agent of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">There is no such agent.</exception>
    public static AgentEntry Find(string name) =>
        CatalogueSet.Standard.Agents.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
        ?? throw new InputException(
            $"agent '{name}': no such agent; known are {string.Join(", ", CatalogueSet.Standard.Agents.Names)}"
        );

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
