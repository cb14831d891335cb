using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Cli.Playing;

/// <summary>Rooms in words, with levers called by the digits that push them.</summary>
public static class RoomWords
{
    /// <summary>An action, such as <c>pull 3</c>.</summary>
    /// <param name="action">The action; <see cref="RoomAction.Any"/> is anything.</param>
    public static string Action(int action) =>
        action switch
        {
            RoomAction.Any => "anything",
            RoomAction.PushDoor => "push the door",
            _ when RoomAction.IsPull(action) => $"pull {Lever(RoomAction.PositionOf(action)!.Value)}",
            _ => $"push {Lever(RoomAction.PositionOf(action)!.Value)}",
        };

    /// <summary>What an action did, as it can be seen.</summary>
    public static string Effect(RoomState before, RoomState after)
    {
        List<string> effects = [];
        foreach (LeverPosition position in Enum.GetValues<LeverPosition>())
        {
            if (before.IsPushed(position) != after.IsPushed(position))
            {
                effects.Add($"lever {Lever(position)} is {(after.IsPushed(position) ? "pushed" : "pulled")} now");
            }
        }

        if (before.IsDoorLocked != after.IsDoorLocked)
        {
            effects.Add(after.IsDoorLocked ? "the door is locked again" : "the door is unlocked");
        }

        if (before.IsDoorOpen != after.IsDoorOpen)
        {
            effects.Add("the door is open");
        }

        return effects.Count == 0 ? "nothing changes" : string.Join(", ", effects);
    }

    /// <summary>How the locks of a room hang together, in lines.</summary>
    public static IEnumerable<string> Structure(Room room)
    {
        ArgumentNullException.ThrowIfNull(room);
        Scenario scenario = room.Scenario;
        yield return $"The room was {scenario.Name}, trial {room.Trial.Name}: {scenario.Description}.";
        if (scenario.Gated != 0)
        {
            yield return scenario.IsDelayed
                ? $"Moving {Levers(room, scenario.Keys, "or")} frees {Levers(room, scenario.Gated, "and")} for the second action after it."
                : $"While {Levers(room, scenario.Keys, "or")} is pushed, {Levers(room, scenario.Gated, "and")} can be moved.";
        }

        yield return scenario.IsDelayed
            ? $"Moving {Levers(room, scenario.DoorKeys, "or")} unlocks the door for the next action."
            : $"While {Levers(room, scenario.DoorKeys, "or")} is pushed, the door is unlocked.";
        if (!room.Trial.Inactive.IsEmpty)
        {
            yield return $"White levers never move: {string.Join(", ", room.Trial.Inactive.Select(Lever))}.";
        }
    }

    /// <summary>Every solution of a room in a line, and whether it was found.</summary>
    public static IEnumerable<string> Solutions(TrialProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return progress.Room.Solutions.Select(
            (solution, index) =>
                $"  {string.Join(", ", solution.Actions.Select(Action))}: {(((progress.Found >> index) & 1) != 0 ? "found" : "not found")}"
        );
    }

    private static int Lever(LeverPosition position) => (int)position + 1;

    private static string Levers(Room room, int roles, string joint)
    {
        int[] numbers =
        [
            .. Enumerable
                .Range(0, room.Trial.Levers.Length)
                .Where(role => ((roles >> role) & 1) != 0)
                .Select(role => Lever(room.Trial.Levers[role]))
                .Order(),
        ];
        return numbers is [var only]
            ? $"lever {only}"
            : $"{(string.Equals(joint, "and", StringComparison.Ordinal) ? "levers" : "lever")} {string.Join(", ", numbers[..^1])} {joint} {numbers[^1]}";
    }
}
