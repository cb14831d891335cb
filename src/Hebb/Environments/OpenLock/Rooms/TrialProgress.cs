using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>The progress of a trial: the attempts made, the solutions found, and the actions of the attempt that is under way.</summary>
/// <param name="attemptLimit">The attempts that a trial has; at least 1.</param>
public sealed class TrialProgress(int attemptLimit) : IStateful
{
    private Room _room = new(Scenario.All[0], Trial.All[0]);
    private int _found;
    private int _consistent;
    private int _attempts;
    private int _actionsTaken;
    private int _lastAction = RoomAction.Any;
    private bool _lastIsRepeated;

    /// <summary>The attempts that a trial has.</summary>
    public int AttemptLimit { get; } =
        attemptLimit > 0
            ? attemptLimit
            : throw new ArgumentOutOfRangeException(nameof(attemptLimit), attemptLimit, "At least 1 is needed.");

    /// <summary>The room.</summary>
    public Room Room => _room;

    /// <summary>The attempts that have ended.</summary>
    public int Attempts => _attempts;

    /// <summary>The actions taken in the attempt.</summary>
    public int ActionsTaken => _actionsTaken;

    /// <summary>The last action of the attempt; <see cref="RoomAction.Any"/> before the first.</summary>
    public int LastAction => _lastAction;

    /// <summary>Whether the attempt's last two actions are the same.</summary>
    public bool LastIsRepeated => _lastIsRepeated;

    /// <summary>The solutions found, a bit each, in the order of <see cref="Room.Solutions"/>.</summary>
    public int Found => _found;

    /// <summary>How many solutions were found.</summary>
    public int FoundCount => BitOperations.PopCount((uint)_found);

    /// <summary>Whether the attempt so far is the beginning of a solution, or the whole of one.</summary>
    public bool IsPartial => _consistent != 0;

    /// <summary>Whether it is that and the beginning of none that was found before.</summary>
    public bool IsUnique => _consistent != 0 && (_consistent & _found) == 0;

    /// <summary>Whether the attempt has had all its actions.</summary>
    public bool IsAttemptOver => _actionsTaken >= _room.Scenario.ActionsPerAttempt;

    /// <summary>Whether every solution was found.</summary>
    public bool IsSolved => _found == Every;

    /// <summary>Whether every solution was found or no attempt is left.</summary>
    public bool IsOver => IsSolved || _attempts >= AttemptLimit;

    private int Every => (1 << _room.Solutions.Length) - 1;

    /// <summary>Begins a trial: nothing is found yet.</summary>
    public void Begin(Room room)
    {
        ArgumentNullException.ThrowIfNull(room);
        _room = room;
        _found = 0;
        _attempts = 0;
        BeginAttempt();
    }

    /// <summary>Takes an action into the attempt.</summary>
    public void Take(int action)
    {
        var solutions = _room.Solutions.AsSpan();
        for (var index = 0; index < solutions.Length; index++)
        {
            if (!solutions[index].Has(_actionsTaken, action))
            {
                _consistent &= ~(1 << index);
            }
        }

        _lastIsRepeated = _actionsTaken > 0 && _lastAction == action;
        _lastAction = action;
        _actionsTaken++;
    }

    /// <summary>Ends the attempt, as it is, and begins the next one.</summary>
    /// <returns>What it was good for; an attempt without all its actions is no solution.</returns>
    public AttemptOutcome EndAttempt()
    {
        var solution = IsAttemptOver ? _consistent : 0;
        AttemptOutcome outcome =
            solution == 0 ? AttemptOutcome.NoSolution
            : (solution & _found) != 0 ? AttemptOutcome.Repeated
            : AttemptOutcome.NewSolution;
        _found |= solution;
        _attempts++;
        BeginAttempt();
        return outcome;
    }

    private void BeginAttempt()
    {
        _consistent = Every;
        _actionsTaken = 0;
        _lastAction = RoomAction.Any;
        _lastIsRepeated = false;
    }

    /// <summary>Puts back the room that the progress is in, before its numbers are put back.</summary>
    internal void Restore(Room room) => _room = room;

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _found = visitor.Count("found", _found, Every);
        _consistent = visitor.Count("consistent", _consistent, Every);
        _attempts = visitor.Count("attempts", _attempts, AttemptLimit);
        _actionsTaken = visitor.Count("actions_taken", _actionsTaken, _room.Scenario.ActionsPerAttempt);
        _lastAction = visitor.Count("last_action", _lastAction + 1, RoomAction.Count) - 1;
        visitor.Number("last_is_repeated", ref _lastIsRepeated);
    }
}
