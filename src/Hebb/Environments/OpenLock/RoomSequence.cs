using System.Diagnostics.CodeAnalysis;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock;

/// <summary>
/// The rooms of one trial after the other: those of the scenario, and where another one follows, from a certain trial on those of that; or
/// random ones.
/// </summary>
public sealed class RoomSequence : IStateful
{
    private readonly IRoomSource _training;
    private readonly RoomDeck? _transfer;
    private readonly int _trainingRooms;
    private readonly int _trainingTrials;

    // It stops at the first trial of transfer, so that it never overflows.
    private int _trials;

    /// <summary>Makes the rooms.</summary>
    /// <param name="options">Which rooms.</param>
    /// <exception cref="ArgumentException">The options are not possible.</exception>
    public RoomSequence(OpenLockOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _training =
            !options.Scenarios.IsEmpty ? new RandomRooms(options.Scenarios, options.HoldsOutOfficial)
            : options.Trial is { } trial ? new RoomDeck([new Room(options.Scenario, trial)])
            : new RoomDeck(RoomsOf(options.Scenario));
        _trainingRooms = _training.Count;
        _trainingTrials = options.TrainingTrials;
        _transfer = options.Transfer is { } transfer ? new RoomDeck(RoomsOf(transfer)) : null;
    }

    /// <summary>The number of the room that was drawn last; the rooms of the transfer follow those of the training.</summary>
    public int Current => IsTransfer ? _trainingRooms + _transfer.Current : _training.Current;

    /// <summary>The room that was drawn last.</summary>
    public Room Room => IsTransfer ? _transfer.Room : _training.Room;

    [MemberNotNullWhen(true, nameof(_transfer))]
    private bool IsTransfer => _transfer is not null && _trials > _trainingTrials;

    /// <summary>Begins anew, with all rooms.</summary>
    public void Shuffle()
    {
        _trials = 0;
        _training.Shuffle();
        _transfer?.Shuffle();
    }

    /// <summary>Draws the room of the next trial.</summary>
    public Room Draw(Pcg64 source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_transfer is not null && _trials <= _trainingTrials)
        {
            _trials++;
        }

        return IsTransfer ? _transfer.Draw(source) : _training.Draw(source);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _training.VisitState(visitor);
        if (_transfer is not null)
        {
            _trials = visitor.Count("trials", _trials, _trainingTrials + 1);
            visitor.Part("transfer", _transfer);
        }
    }

    private static Room[] RoomsOf(Scenario scenario) =>
        [.. Trial.DrawnFor(scenario).Select(trial => new Room(scenario, trial))];
}
