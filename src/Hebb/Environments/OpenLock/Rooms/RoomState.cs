namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>What a room is like between two actions.</summary>
/// <param name="Pushed">The positions of levers that are pushed, a bit each; the others are pulled.</param>
/// <param name="IsDoorLocked">Whether the door is locked.</param>
/// <param name="IsDoorOpen">Whether the door is open: it stays so until the attempt ends.</param>
public readonly record struct RoomState(byte Pushed, bool IsDoorLocked, bool IsDoorOpen)
{
    /// <summary>How every attempt begins: all levers pulled, the door locked and closed.</summary>
    public static RoomState Initial { get; } = new(Pushed: 0, IsDoorLocked: true, IsDoorOpen: false);

    /// <summary>In a delayed scenario: whether the gated levers have been freed.</summary>
    public bool AreLeversFree { get; init; }

    /// <summary>In a delayed scenario: at the start of which action from now on the gated levers are freed; 0 for none.</summary>
    public byte LeverDelay { get; init; }

    /// <summary>In a delayed scenario: at the start of which action from now on the door is unlocked; 0 for none.</summary>
    public byte DoorDelay { get; init; }

    /// <summary>Whether a lever is pushed.</summary>
    public bool IsPushed(LeverPosition position) => ((Pushed >> (int)position) & 1) != 0;

    /// <summary>Whether what can be seen differs: levers, the lock, or the door.</summary>
    public bool LooksUnlike(RoomState other) =>
        Pushed != other.Pushed || IsDoorLocked != other.IsDoorLocked || IsDoorOpen != other.IsDoorOpen;
}
