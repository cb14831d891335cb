using Hebb.Agents;
using Hebb.Files;
using Hebb.Snapshots;

namespace Hebb.Policies;

/// <summary>An agent as a file holds it.</summary>
/// <param name="Path">The file, as messages name it.</param>
/// <param name="Definition">What it is made of.</param>
/// <param name="State">Its state, or what it has learned alone.</param>
/// <param name="IsWhole">Whether it is all of the state: otherwise the agent acts as it did, but cannot go on learning as if nothing had been.</param>
internal sealed record SavedAgent(string Path, AgentDefinition Definition, StateSnapshot State, bool IsWhole)
{
    /// <summary>Makes the agent as it was.</summary>
    /// <exception cref="RecordException">The file does not fit it.</exception>
    public IParallelAgent Create() => Create(Definition, State, Path, IsWhole);

    /// <summary>Makes an agent of a definition, with a state.</summary>
    /// <param name="isWhole">Whether it is all of the state, rather than what is learned alone.</param>
    public static IParallelAgent Create(AgentDefinition definition, StateSnapshot state, string path, bool isWhole)
    {
        try
        {
            IParallelAgent agent = definition.Create();
            (isWhole ? state : state.Over(StateSnapshot.Of(agent))).RestoreTo(agent);
            return agent;
        }
        catch (Exception exception) when (exception is StateException or ArgumentException)
        {
            throw new RecordException(
                $"{path} does not fit the agent that it describes ({RecordException.OneLine(exception)})",
                exception
            );
        }
    }
}
