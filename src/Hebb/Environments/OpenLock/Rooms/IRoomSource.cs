using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>Where the rooms of one trial after the other come from.</summary>
internal interface IRoomSource : IStateful
{
    /// <summary>How many rooms there are.</summary>
    int Count { get; }

    /// <summary>The number of the room that was drawn last.</summary>
    int Current { get; }

    /// <summary>The room that was drawn last.</summary>
    Room Room { get; }

    /// <summary>Begins anew.</summary>
    void Shuffle();

    /// <summary>Draws a room.</summary>
    /// <param name="source">Where the chance comes from.</param>
    Room Draw(Pcg64 source);
}
