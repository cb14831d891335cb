using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Environments.OpenLock;

/// <summary>What is observed of a room, and the numbers that may be added to it.</summary>
internal static class RoomObservation
{
    /// <summary>The numbers of the room itself.</summary>
    public const int RoomSize = (2 * RoomAction.Positions) + 2;

    // What the step is divided by, also where attempts have four actions.
    private const float StepScale = 3;

    /// <summary>How many numbers are observed.</summary>
    public static int Size(OpenLockOptions options) => High(options).Length;

    /// <summary>The greatest value of each number; the lowest is 0.</summary>
    public static float[] High(OpenLockOptions options) =>
        [
            .. Enumerable.Repeat(1f, RoomSize),
            .. options.ObservesStep ? [options.MostActions / StepScale] : Array.Empty<float>(),
            .. options.ObservesAction ? Enumerable.Repeat(1f, RoomAction.Count) : [],
            .. options.ObservesFound ? [(float)options.MostSolutions] : Array.Empty<float>(),
        ];

    /// <summary>Writes an observation.</summary>
    /// <param name="progress">The trial, with its room.</param>
    public static void Write(OpenLockOptions options, TrialProgress progress, RoomState state, Span<float> observation)
    {
        WriteRoom(progress.Room, state, observation[..RoomSize]);
        var next = RoomSize;
        if (options.ObservesStep)
        {
            observation[next++] = progress.ActionsTaken / StepScale;
        }

        if (options.ObservesAction)
        {
            Span<float> action = observation.Slice(next, RoomAction.Count);
            action.Clear();
            if (progress.LastAction != RoomAction.Any)
            {
                action[progress.LastAction] = 1;
            }

            next += RoomAction.Count;
        }

        if (options.ObservesFound)
        {
            observation[next] = progress.FoundCount;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteRoom(Room room, RoomState state, Span<float> observation)
    {
        var pulled = room.Present & ~state.Pushed;
        for (var position = 0; position < RoomAction.Positions; position++)
        {
            observation[position] = (pulled >> position) & 1;
            observation[RoomAction.Positions + position] = (room.Active >> position) & 1;
        }

        observation[2 * RoomAction.Positions] = state.IsDoorLocked ? 1 : 0;
        observation[(2 * RoomAction.Positions) + 1] = state.IsDoorOpen ? 1 : 0;
    }
}
