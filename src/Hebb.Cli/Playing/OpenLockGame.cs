using Hebb.Environments.OpenLock.Rooms;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Playing;

/// <summary>
/// One trial that a person plays: the room, the attempts, and the messages about them. As in the experiments with people a
/// message reports a new solution and how many remain, but not that one was found before.
/// </summary>
public sealed class OpenLockGame
{
    private readonly List<int> _actions = [];
    private RoomState _state = RoomState.Initial;

    /// <summary>Begins a trial.</summary>
    /// <param name="attemptLimit">Its attempts; at least 1.</param>
    public OpenLockGame(Room room, int attemptLimit)
    {
        Progress = new TrialProgress(attemptLimit);
        Progress.Begin(room);
    }

    /// <summary>The trial.</summary>
    public TrialProgress Progress { get; }

    /// <summary>The state of the room; after an attempt's end that which it ended with, until the next action.</summary>
    public RoomState State => _state;

    /// <summary>The actions of the attempt, or of the one that has just ended.</summary>
    public IReadOnlyList<int> Actions => _actions;

    /// <summary>Whether the last action ended an attempt.</summary>
    public bool AttemptEnded { get; private set; }

    /// <summary>Whether the trial is over.</summary>
    public bool IsOver => Progress.IsOver;

    /// <summary>How many solutions are still to be found.</summary>
    public int Remaining => Progress.Room.Solutions.Length - Progress.FoundCount;

    /// <summary>The number of the attempt under way, or of the one that has just ended.</summary>
    public int Attempt => Progress.Attempts + (AttemptEnded ? 0 : 1);

    /// <summary>What is to be done, in a sentence.</summary>
    public string Task
    {
        get
        {
            Room room = Progress.Room;
            return $"Find {Counted.Text(room.Solutions.Length, "sequence")} of {room.Scenario.ActionsPerAttempt} actions that "
                + $"open the door. After every {room.Scenario.ActionsPerAttempt} actions the room is reset.";
        }
    }

    /// <summary>Begins the next attempt, where one has ended.</summary>
    public void Continue()
    {
        if (AttemptEnded)
        {
            _state = RoomState.Initial;
            _actions.Clear();
            AttemptEnded = false;
        }
    }

    /// <summary>Takes an action; after an attempt's end the first of the next one.</summary>
    /// <returns>The message about it.</returns>
    /// <exception cref="InvalidOperationException">The trial is over.</exception>
    public string Act(int action)
    {
        if (IsOver)
        {
            throw new InvalidOperationException("The trial is over.");
        }

        Continue();
        RoomState before = _state;
        _state = Progress.Room.Act(before, action);
        Progress.Take(action);
        _actions.Add(action);
        var told = $"{RoomWords.Action(action)}: {RoomWords.Effect(before, _state)}.";
        if (!Progress.IsAttemptOver)
        {
            return told;
        }

        AttemptEnded = true;
        var isNew = Progress.EndAttempt() == AttemptOutcome.NewSolution;
        return $"{told} {(isNew ? "A new solution! " : "")}{Counted.Text(Remaining, "solution")} to find.";
    }

    /// <summary>The result of the trial, and the rules of the room.</summary>
    public IEnumerable<string> Ending()
    {
        var found = $"{Progress.FoundCount} of {Counted.Text(Progress.Room.Solutions.Length, "solution")}";
        var attempts = Counted.Text(Progress.Attempts, "attempt");
        yield return Progress.IsSolved ? $"Every solution was found, in {attempts}."
        : IsOver ? $"No attempt is left: {found} found in {attempts}."
        : $"Left: {found} found in {attempts}.";
        foreach (var line in RoomWords.Structure(Progress.Room))
        {
            yield return line;
        }

        yield return "Solutions:";
        foreach (var line in RoomWords.Solutions(Progress))
        {
            yield return line;
        }
    }
}
