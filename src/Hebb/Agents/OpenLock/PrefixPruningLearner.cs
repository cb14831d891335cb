using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Agents.OpenLock;

/// <summary>
/// A learner of OpenLock that remembers and does not think: among the sequences of lever actions with the door at their end it
/// tries those at random that nothing speaks against. An action that changes nothing rules out every sequence that begins
/// with the effective actions before it and that action; no sequence is tried twice in a trial.
/// </summary>
/// <remarks>
/// This is the pruning of Edmonds et al. (2020) without beliefs, schemas and transfer: what their learner does better is due to those,
/// and what is harder for this one too is harder without any reasoning. It is sound where nothing but actions changes the room,
/// so not in delayed scenarios, nor where effects are a matter of chance.
/// </remarks>
public sealed class PrefixPruningLearner : IRoomLearner
{
    private const int LeverActions = RoomAction.PushDoor;

    private readonly Pcg64 _random;
    private readonly bool _heedsColours;
    private readonly List<int> _actions = [];
    private readonly List<int> _causal = [];
    private int[] _known = [];
    private bool[] _isPossible = [];
    private int _length;

    /// <summary>Makes a learner.</summary>
    /// <param name="random">What its choices are drawn from.</param>
    /// <param name="heedsColours">Whether it leaves white levers alone from the start.</param>
    public PrefixPruningLearner(Pcg64 random, bool heedsColours = false)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
        _heedsColours = heedsColours;
    }

    /// <summary>Plays a trial, with all forgotten that was learned in another.</summary>
    /// <param name="room">The room; not of a delayed scenario.</param>
    /// <param name="attemptLimit">The attempts that it has; at least 1.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentException">The scenario is a delayed one.</exception>
    public TrialProgress Play(Room room, int attemptLimit)
    {
        ArgumentNullException.ThrowIfNull(room);
        Begin(room);
        var progress = new TrialProgress(attemptLimit);
        progress.Begin(room);
        while (!progress.IsOver)
        {
            RoomState state = RoomState.Initial;
            while (!progress.IsAttemptOver)
            {
                var action = Choose();
                RoomState next = room.Act(state, action);
                progress.Take(action);
                Observe(action, next.LooksUnlike(state));
                state = next;
            }

            EndAttempt();
            progress.EndAttempt();
        }

        return progress;
    }

    private void Begin(Room room)
    {
        if (room.Scenario.IsDelayed)
        {
            throw new ArgumentException(
                $"Scenario {room.Scenario.Name} is delayed: what an action does there depends on the time, which is not learned.",
                nameof(room)
            );
        }

        _length = room.Scenario.ActionsPerAttempt;
        _known =
        [
            .. Enumerable
                .Range(0, LeverActions)
                .Where(action => !_heedsColours || ((room.Active >> (action % RoomAction.Positions)) & 1) != 0),
        ];
        _isPossible = new bool[Count(_length - 1)];
        for (var sequence = 0; sequence < _isPossible.Length; sequence++)
        {
            _isPossible[sequence] = Enumerable
                .Range(0, _length - 1)
                .All(place => Array.IndexOf(_known, ActionAt(sequence, place)) >= 0);
        }
    }

    // The next action of a sequence that is drawn among those that continue the effective actions so far.
    private int Choose()
    {
        var count = _isPossible.Index().Count(entry => entry.Item && GoesOn(entry.Index));
        if (count == 0)
        {
            var choice = _random.NextInteger(_known.Length + 1);
            return choice == _known.Length ? RoomAction.PushDoor : _known[choice];
        }

        var left = _random.NextInteger(count);
        var sequence = 0;
        while (!_isPossible[sequence] || !GoesOn(sequence) || left-- > 0)
        {
            sequence++;
        }

        return ActionAt(sequence, _causal.Count);
    }

    private void Observe(int action, bool isChange)
    {
        _actions.Add(action);
        if (isChange)
        {
            _causal.Add(action);
            return;
        }

        for (var sequence = 0; sequence < _isPossible.Length; sequence++)
        {
            if (GoesOn(sequence) && ActionAt(sequence, _causal.Count) == action)
            {
                _isPossible[sequence] = false;
            }
        }
    }

    private void EndAttempt()
    {
        for (var sequence = 0; sequence < _isPossible.Length; sequence++)
        {
            if (_actions.Index().All(entry => ActionAt(sequence, entry.Index) == entry.Item))
            {
                _isPossible[sequence] = false;
            }
        }

        _actions.Clear();
        _causal.Clear();
    }

    private bool GoesOn(int sequence)
    {
        for (var place = 0; place < _causal.Count; place++)
        {
            if (ActionAt(sequence, place) != _causal[place])
            {
                return false;
            }
        }

        return _causal.Count < _length;
    }

    // A sequence's number has its lever actions as digits, the first as the highest; then comes the door.
    private int ActionAt(int sequence, int place) =>
        place == _length - 1 ? RoomAction.PushDoor : sequence / Count(_length - 2 - place) % LeverActions;

    private static int Count(int places)
    {
        var count = 1;
        for (var place = 0; place < places; place++)
        {
            count *= LeverActions;
        }

        return count;
    }
}
