using Hebb.Environments;

namespace Hebb.Agents;

/// <summary>What an agent is made for.</summary>
/// <param name="Environment">The environment, as the agent observes it.</param>
/// <param name="Steps">The environment steps that it will have to learn: schedules end there. At least 1.</param>
public sealed record AgentTask(EnvironmentSpecification Environment, long Steps, ulong Seed)
{
    /// <summary>Whether the agent measures what costs time, such as the angle between its gradients and the exact ones.</summary>
    public bool Diagnoses { get; init; }

    /// <summary>Numbers in an observation.</summary>
    public int ObservationSize => Environment.Observations.Size;

    /// <summary>How many actions there are.</summary>
    public int ActionCount => Environment.Actions.Count;
}
