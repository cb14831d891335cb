using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Naming;

namespace Hebb.Cli.Training;

/// <summary>Agents by the names that are given on the command line.</summary>
internal static class AgentChoice
{
    /// <summary>The agent of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">There is no such agent.</exception>
    public static AgentEntry Find(string name) =>
        CatalogueSet.Standard.Agents.TryFind(name)
        ?? throw new InputException(
            $"agent '{name}': no such agent; {NearestName.Unknown(name, CatalogueSet.Standard.Agents.Names)}"
        );

    /// <summary>Refuses an environment that an agent is not made for.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="environment">The name of the environment.</param>
    /// <exception cref="InputException">It is not made for it.</exception>
    public static void Require(AgentEntry agent, string environment)
    {
        IReadOnlyList<string> possible = CatalogueSet.Standard.EnvironmentsOf(agent);
        if (!possible.Contains(environment, StringComparer.OrdinalIgnoreCase))
        {
            throw new InputException(
                $"--env {environment}: {agent.Name} is made for {string.Join(", ", possible)} alone"
            );
        }
    }
}
