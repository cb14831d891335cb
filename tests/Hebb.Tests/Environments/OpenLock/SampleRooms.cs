using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Tests.Environments.OpenLock;

/// <summary>Rooms by their names, states as text, and every sequence of actions.</summary>
internal static class SampleRooms
{
    /// <summary>A room.</summary>
    /// <param name="scenario">The name of its scenario.</param>
    /// <param name="trial">The name of its trial.</param>
    public static Room Of(string scenario, string trial) => new(Scenario.Find(scenario), Trial.Find(trial));

    /// <summary>Every full room of a scenario.</summary>
    /// <param name="scenario">The scenario's name.</param>
    public static IEnumerable<Room> Full(string scenario) =>
        Trial.DrawnFor(Scenario.Find(scenario)).Select(trial => new Room(Scenario.Find(scenario), trial));

    /// <summary>A state as the levers, pulled as 1, in the order of the positions, then the lock and the door.</summary>
    /// <param name="state">The state.</param>
    public static string Text(RoomState state) =>
        string.Concat(Enum.GetValues<LeverPosition>().Select(position => state.IsPushed(position) ? '0' : '1'))
        + $"|{(state.IsDoorLocked ? 1 : 0)}{(state.IsDoorOpen ? 1 : 0)}";

    /// <summary>The state after actions from the beginning.</summary>
    /// <param name="room">The room.</param>
    /// <param name="actions">The actions.</param>
    public static RoomState After(Room room, params IEnumerable<int> actions) =>
        actions.Aggregate(RoomState.Initial, room.Act);

    /// <summary>Every sequence of actions of a length.</summary>
    /// <param name="length">How many actions.</param>
    public static IEnumerable<int[]> Sequences(int length)
    {
        var count = (int)Math.Pow(RoomAction.Count, length);
        for (var number = 0; number < count; number++)
        {
            var rest = number;
            var actions = new int[length];
            foreach (ref var action in actions.AsSpan())
            {
                action = rest % RoomAction.Count;
                rest /= RoomAction.Count;
            }

            yield return actions;
        }
    }
}
