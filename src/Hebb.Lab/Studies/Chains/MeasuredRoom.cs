using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Lab.Studies.Chains;

/// <summary>What a learner plays: a room of OpenLock or a row of levers.</summary>
/// <param name="Active">The positions of active levers, a bit each.</param>
/// <param name="Initial">How every attempt begins.</param>
/// <param name="Act">What an action makes of a state.</param>
/// <param name="Solutions">What is to be found.</param>
public sealed record MeasuredRoom(
    int Active,
    RoomState Initial,
    Func<RoomState, int, RoomState> Act,
    ImmutableArray<Solution> Solutions
)
{
    /// <summary>A row of levers.</summary>
    public static MeasuredRoom Of(LeverRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Active, row.Initial, row.Act, [row.Solution]);
    }

    /// <summary>A room.</summary>
    public static MeasuredRoom Of(Room room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return new(room.Active, RoomState.Initial, room.Act, room.Solutions);
    }
}
