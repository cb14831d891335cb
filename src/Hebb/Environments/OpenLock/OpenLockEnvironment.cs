using Hebb.Environments.OpenLock.Rooms;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock;

/// <summary>
/// OpenLock, the causal escape room: seven levers around an agent and a locked door. Some levers lock others, some unlock the
/// door, and the sequences of pushes that open it are all to be found. An attempt has three actions (four in delayed scenarios)
/// and then the room is reset; a trial is the attempts in one room, until every solution is found or no attempt is left.
/// </summary>
/// <remarks>
/// Actions: 0 to 6 push the lever of a position, 7 to 13 pull it, 14 pushes the door. Observation, 0 or 1 each: whether the
/// lever of a position is pulled (7), whether it is grey, which active levers are (7), whether the door is locked, whether it is
/// open; a position without a lever, in small rooms, is observed as 0. Then the optional numbers of
/// <see cref="OpenLockOptions"/>: step, last action, solutions found.
/// Without those the task is no Markov process: what was found before is not observed, and a policy without memory that draws no
/// lots finds one solution at most.
/// An episode is one attempt, and the trial continues with the next one; or, as an option, a whole trial. A reset within an attempt
/// gives it up: it counts as one without solution. State: the 16 numbers of the room, the actions taken in the attempt, the
/// attempts ended, the solutions found as bits, and the number of the room among those that are drawn, where those of
/// a transfer follow the others.
/// Where rooms change from a scenario to another one (transfer), each environment counts its own trials, from its last seed on.
/// Edmonds et al., "Human causal transfer: challenges for deep reinforcement learning" (2018), and "Theory-based causal transfer"
/// (2020), in the symbolic form that the learners there had; the rewards are those of the latter as they were meant.
/// </remarks>
public sealed class OpenLockEnvironment : IEnvironment
{
    private const int StateSize = RoomObservation.RoomSize + 4;

    private readonly OpenLockOptions _options;
    private readonly int _observationSize;
    private readonly bool _hasChance;
    private readonly RoomSequence _rooms;
    private readonly TrialProgress _progress;
    private readonly double[] _state = new double[StateSize];
    private Pcg64? _source;
    private RoomState _room = RoomState.Initial;
    private int _shownAction = RoomAction.Any;
    private bool _isRunning;

    /// <summary>Makes it, still to be reset.</summary>
    /// <param name="options">The settings; null for those of CC3.</param>
    /// <exception cref="ArgumentException">The settings are not possible.</exception>
    public OpenLockEnvironment(OpenLockOptions? options = null)
    {
        _options = options ?? new OpenLockOptions();
        _rooms = new RoomSequence(_options);
        _progress = new TrialProgress(_options.AttemptLimit);
        _hasChance = _options.DoorEffect < 1 || _options.LeverEffects.Any(effect => effect < 1);
        var high = RoomObservation.High(_options);
        _observationSize = high.Length;
        var attempts = _options.Episode == EpisodeSpan.Trial ? _options.AttemptLimit : 1;
        Specification = new EnvironmentSpecification(
            _options.Transfer is { } transfer
                ? $"OpenLock-{_options.Scenario.Name}-{transfer.Name}"
                : $"OpenLock-{_options.Scenario.Name}",
            new BoxSpace(new float[high.Length], high),
            new DiscreteSpace(RoomAction.Count),
            StepLimit: attempts * _options.MostActions,
            SolvedAt: null
        )
        {
            Goal = "every solution of a trial found",

            // Slow enough to see what each action does.
            StepsPerSecond = 2,
            Family = OpenLockEnvironments.Family,
        };
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State
    {
        get
        {
            Span<float> room = stackalloc float[RoomObservation.RoomSize];
            RoomObservation.WriteRoom(_progress.Room, _room, room);
            for (var index = 0; index < room.Length; index++)
            {
                _state[index] = room[index];
            }

            _state[RoomObservation.RoomSize] = _progress.ActionsTaken;
            _state[RoomObservation.RoomSize + 1] = _progress.Attempts;
            _state[RoomObservation.RoomSize + 2] = _progress.Found;
            _state[RoomObservation.RoomSize + 3] = _rooms.Current;
            return _state;
        }
    }

    /// <summary>The trial that is under way, with its room.</summary>
    public TrialProgress Progress => _progress;

    /// <summary>The state of the room.</summary>
    public RoomState RoomState => _room;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _observationSize);
        _source = new Pcg64(seed);
        _rooms.Shuffle();
        BeginTrial(_source);
        Begin(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, _observationSize);
        Pcg64 source = EpisodeGuard.RequireSeeded(_source);
        if (_isRunning && _progress.ActionsTaken > 0)
        {
            _progress.EndAttempt();
        }

        if (_progress.IsOver || (_options.Episode == EpisodeSpan.Trial && _progress.Attempts > 0))
        {
            BeginTrial(source);
        }

        Begin(observation);
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckStep(_isRunning, action, RoomAction.Count, observation, _observationSize);
        Room room = _progress.Room;
        RoomState before = _room;
        _room = _hasChance && !TakesPlace(action) ? room.Wait(before) : room.Act(before, action);
        _progress.Take(action);
        _shownAction = action;
        var reward = _options.Rewards.Of(ActionFacts.Of(_progress, before, _room));
        var (terminated, truncated) = (false, false);
        if (!_progress.IsAttemptOver)
        {
            RoomObservation.Write(_options, _progress, _room, observation);
        }
        else if (_options.Episode == EpisodeSpan.Attempt)
        {
            RoomObservation.Write(_options, _progress, _room, observation);
            _progress.EndAttempt();
            terminated = true;
        }
        else
        {
            _progress.EndAttempt();
            (terminated, truncated) = (_progress.IsSolved, !_progress.IsSolved && _progress.IsOver);
            if (!terminated && !truncated)
            {
                _room = RoomState.Initial;
                _shownAction = RoomAction.Any;
            }

            RoomObservation.Write(_options, _progress, _room, observation);
        }

        _isRunning = !terminated && !truncated;
        return new StepResult(reward, terminated, truncated);
    }

    private void BeginTrial(Pcg64 source) => _progress.Begin(_rooms.Draw(source));

    private void Begin(Span<float> observation)
    {
        _room = RoomState.Initial;
        _shownAction = RoomAction.Any;
        _isRunning = true;
        RoomObservation.Write(_options, _progress, _room, observation);
    }

    // A number is drawn for every action, so that streams do not depend on what was acted upon.
    private bool TakesPlace(int action)
    {
        var draw = EpisodeGuard.RequireSeeded(_source).NextDouble();
        if (action == RoomAction.PushDoor)
        {
            return draw <= _options.DoorEffect;
        }

        var role = _progress.Room.Trial.Levers.IndexOf((LeverPosition)(action % RoomAction.Positions));
        return role >= 0 && (_options.LeverEffects.IsEmpty || draw <= _options.LeverEffects[role]);
    }

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_source);
        string[] words =
        [
            $"{_progress.Room.Scenario.Name}, trial {_progress.Room.Trial.Name}",
            $"attempts: {_progress.Attempts}",
            $"solutions: {_progress.FoundCount} of {_progress.Room.Solutions.Length}",
        ];
        return OpenLockScene.Draw(_progress.Room, _room, _shownAction, OpenLockScene.ActionLabels, words);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", EpisodeGuard.RequireSeeded(_source));
        visitor.Part("rooms", _rooms);
        if (visitor.IsRestoring)
        {
            _progress.Restore(_rooms.Room);
        }

        visitor.Part("trial", _progress);
        VisitRoom(visitor);
        _shownAction = visitor.Count("shown_action", _shownAction + 1, RoomAction.Count) - 1;
        visitor.Number("is_running", ref _isRunning);
    }

    // States hold whole numbers of 32 bits.
    private void VisitRoom(StateVisitor visitor)
    {
        var (pushed, isLocked, isOpen) = _room;
        const int EveryLever = (1 << RoomAction.Positions) - 1;
        var pushedThen = visitor.Count("pushed", pushed, EveryLever);
        var leverDelay = visitor.Count("lever_delay", _room.LeverDelay, byte.MaxValue);
        var doorDelay = visitor.Count("door_delay", _room.DoorDelay, byte.MaxValue);
        var areLeversFree = _room.AreLeversFree;
        visitor.Number("is_door_locked", ref isLocked);
        visitor.Number("is_door_open", ref isOpen);
        visitor.Number("are_levers_free", ref areLeversFree);
        _room = new RoomState((byte)pushedThen, isLocked, isOpen)
        {
            AreLeversFree = areLeversFree,
            LeverDelay = (byte)leverDelay,
            DoorDelay = (byte)doorDelay,
        };
    }
}
