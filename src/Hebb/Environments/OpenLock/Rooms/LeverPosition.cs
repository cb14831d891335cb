namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>Where a lever stands in the room: around the middle, counterclockwise from the upper right. The door is on the right.</summary>
public enum LeverPosition
{
    /// <summary>Above the door.</summary>
    UpperRight,

    /// <summary>At the top.</summary>
    Upper,

    /// <summary>Between the top and the left.</summary>
    UpperLeft,

    /// <summary>Opposite the door.</summary>
    Left,

    /// <summary>Between the left and the bottom.</summary>
    LowerLeft,

    /// <summary>At the bottom.</summary>
    Lower,

    /// <summary>Below the door.</summary>
    LowerRight,
}
