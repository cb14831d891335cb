using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;

namespace Hebb.Cli.Training;

/// <summary>An agent and an environment that are chosen together.</summary>
internal static class AgentChoice
{
    /// <summary>Refuses an environment that an agent is not made for.</summary>
    /// <exception cref="InputException">It is not made for it.</exception>
    public static void Require(AgentEntry agent, string environment, CatalogueSet catalogues)
    {
        IReadOnlyList<string> possible = catalogues.EnvironmentsOf(agent);
        if (!possible.Contains(environment, StringComparer.OrdinalIgnoreCase))
        {
            throw new InputException(
                $"--env {environment}: {agent.Name} is made for {string.Join(", ", possible)} alone"
            );
        }
    }
}
