namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>The actions of a room by their numbers: 0 to 6 push the lever of a position, 7 to 13 pull it, 14 pushes the door.</summary>
public static class RoomAction
{
    /// <summary>How many positions a lever can have.</summary>
    public const int Positions = 7;

    /// <summary>Pushes the door; there is no action that pulls it.</summary>
    public const int PushDoor = 2 * Positions;

    /// <summary>How many actions there are.</summary>
    public const int Count = PushDoor + 1;

    /// <summary>In a solution: whatever action is taken here.</summary>
    public const int Any = -1;

    /// <summary>The action that pushes a lever.</summary>
    public static int Push(LeverPosition position) => (int)position;

    /// <summary>The action that pulls a lever.</summary>
    public static int Pull(LeverPosition position) => Positions + (int)position;

    /// <summary>The position of the lever that an action is upon; null for the door's and for <see cref="Any"/>.</summary>
    public static LeverPosition? PositionOf(int action) =>
        action is >= 0 and < PushDoor ? (LeverPosition)(action % Positions) : null;

    /// <summary>Whether an action pulls a lever.</summary>
    public static bool IsPull(int action) => action is >= Positions and < PushDoor;
}
