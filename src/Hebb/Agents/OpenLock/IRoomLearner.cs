using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Agents.OpenLock;

/// <summary>A learner that plays OpenLock trial by trial, not step by step for rewards: it gets the same information as a person.</summary>
public interface IRoomLearner
{
    /// <summary>Plays a trial: until every solution is found, or no attempt is left.</summary>
    /// <param name="attemptLimit">The attempts that it has; at least 1.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentException">The learner is not made for the room's scenario.</exception>
    TrialProgress Play(Room room, int attemptLimit);
}
