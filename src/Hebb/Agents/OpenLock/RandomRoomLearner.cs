using Hebb.Environments.OpenLock;
using Hebb.Numerics;

namespace Hebb.Agents.OpenLock;

/// <summary>Takes every action with the same probability, whatever comes of it: the floor for all others.</summary>
/// <param name="random">What its choices are drawn from.</param>
public sealed class RandomRoomLearner(Pcg64 random) : IRoomLearner
{
    /// <inheritdoc/>
    public TrialProgress Play(Room room, int attemptLimit)
    {
        var progress = new TrialProgress(attemptLimit);
        progress.Begin(room);
        while (!progress.IsOver)
        {
            while (!progress.IsAttemptOver)
            {
                progress.Take(random.NextInteger(RoomAction.Count));
            }

            progress.EndAttempt();
        }

        return progress;
    }
}
