namespace Hebb.Agents;

/// <summary>An agent whose network settles to a tolerance within a budget of steps, and may fail to.</summary>
public interface ISettlingAgent : IAgent
{
    /// <summary>How many phases were settled so far.</summary>
    long Phases { get; }

    /// <summary>How many of them used up their steps while units were still moving.</summary>
    long UnsettledPhases { get; }
}
