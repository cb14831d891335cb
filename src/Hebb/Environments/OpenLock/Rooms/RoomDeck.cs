using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>Rooms that are drawn at random, none twice before all had their turn.</summary>
internal sealed class RoomDeck : IRoomSource
{
    private readonly Room[] _rooms;
    private readonly int[] _order;
    private int _left;
    private int _current;

    /// <summary>Makes a deck.</summary>
    /// <param name="rooms">The rooms, at least one.</param>
    public RoomDeck(Room[] rooms)
    {
        _rooms = rooms;
        _order = new int[rooms.Length];
        Shuffle();
    }

    /// <inheritdoc/>
    public int Count => _rooms.Length;

    /// <inheritdoc/>
    public int Current => _current;

    /// <summary>The room that was drawn last.</summary>
    public Room Room => _rooms[_current];

    /// <summary>Puts all rooms back.</summary>
    public void Shuffle()
    {
        for (var room = 0; room < _order.Length; room++)
        {
            _order[room] = room;
        }

        _left = _order.Length;
    }

    /// <summary>Draws a room.</summary>
    /// <param name="source">Where the chance comes from; nothing is drawn from it where one room is left.</param>
    public Room Draw(Pcg64 source)
    {
        if (_left == 0)
        {
            Shuffle();
        }

        var place = source.NextInteger(_left);
        _left--;
        (_order[place], _order[_left]) = (_order[_left], _order[place]);
        _current = _order[_left];
        return Room;
    }

    public void VisitState(StateVisitor visitor)
    {
        for (var place = 0; place < _order.Length; place++)
        {
            _order[place] = visitor.Count(
                FormattableString.Invariant($"order.{place}"),
                _order[place],
                _order.Length - 1
            );
        }

        _left = visitor.Count("left", _left, _order.Length);
        _current = visitor.Count("current", _current, _order.Length - 1);
    }
}
