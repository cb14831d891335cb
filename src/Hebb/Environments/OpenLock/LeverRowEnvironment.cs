using Hebb.Environments.OpenLock.Rooms;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock;

/// <summary>
/// Rows of levers, each of which frees the next, and the last the door: an episode is a trial in one row, which ends when the door is opened by
/// all its actions in their order, or is truncated when no attempt is left. Each trial draws how many levers there are, and where they stand.
/// </summary>
/// <remarks>
/// Actions and observation are those of <see cref="OpenLockEnvironment"/> with its step and its solutions found: whether the lever of a position
/// is pulled (7), whether it is grey (7), whether the door is locked, whether it is open, the step of the attempt over 3, and 0. An attempt has
/// as many actions as open the door; then the row is reset. Reward: 10 for the lever that unlocks the door on the way of the solution, 50 for
/// the door. State: the 18 numbers observed, the attempts ended, and the actions of an attempt.
/// </remarks>
public sealed class LeverRowEnvironment : IEnvironment
{
    private const string Name = "OpenLock-Row-v0";
    private const int ObservationSize = RoomObservation.RoomSize + 2;
    private const float StepScale = 3;
    private const double UnlockReward = 10;
    private const double OpenReward = 50;

    private readonly LeverRowSettings _settings;
    private readonly double[] _state = new double[ObservationSize + 2];
    private readonly float[] _observed = new float[ObservationSize];
    private Pcg64? _source;
    private readonly LeverPosition[] _levers = new LeverPosition[RoomAction.Positions];
    private int _count;
    private int _active;

    // That of the trial, once it is asked for: trials themselves allocate nothing.
    private LeverRow? _row;
    private RoomState _room;
    private int _attempts;
    private int _taken;
    private bool _isOnTheWay;
    private int _lastAction = RoomAction.Any;
    private bool _isRunning;

    /// <summary>Makes it, still to be reset.</summary>
    /// <param name="settings">Null for the usual ones.</param>
    /// <exception cref="ArgumentException">The settings are not possible.</exception>
    public LeverRowEnvironment(LeverRowSettings? settings = null)
    {
        _settings = settings ?? new LeverRowSettings();
        SettingRules.Require(_settings);
        float[] high = [.. Enumerable.Repeat(1f, RoomObservation.RoomSize), LeverRow.MostActions / StepScale, 1];
        Specification = new EnvironmentSpecification(
            Name,
            new BoxSpace(new float[ObservationSize], high),
            new DiscreteSpace(RoomAction.Count),
            StepLimit: checked(_settings.AttemptLimit * _settings.MostSteps),
            SolvedAt: null
        )
        {
            Goal = "the door of every row opened",
            StepsPerSecond = 2,
            Family = OpenLockEnvironments.Family,
        };
    }

    /// <summary>It in the catalogue.</summary>
    internal static EnvironmentEntry Entry { get; } =
        new(
            new LeverRowEnvironment().Specification,
            [EnvironmentEdition.Gymnasium],
            (_, limit) => Limited(new LeverRowSettings(), limit)
        )
        {
            Description = "rows of levers, each of which frees the next: chains of any length",
            Options = EnvironmentOptions.Of(new LeverRowSettings(), Limited),

            // Known for single attempts alone: in a trial the door may be unlocked as often as it has attempts.
            Returns = (_, other) =>
                other is null or LeverRowSettings { AttemptLimit: > 1 }
                    ? null
                    : new ReturnRange(0, UnlockReward + OpenReward),
        };

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State
    {
        get
        {
            Write(_observed);
            for (var index = 0; index < ObservationSize; index++)
            {
                _state[index] = _observed[index];
            }

            _state[ObservationSize] = _attempts;
            _state[ObservationSize + 1] = Actions;
            return _state;
        }
    }

    /// <summary>The row of the trial that is under way.</summary>
    public LeverRow Row => _row ??= new LeverRow([.. Levers]);

    /// <summary>The attempts of the trial that have ended.</summary>
    public int Attempts => _attempts;

    private ReadOnlySpan<LeverPosition> Levers => _levers.AsSpan(0, _count);

    // As many as open the door.
    private int Actions => _count + 1;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, ObservationSize);
        _source = new Pcg64(seed);
        Reset(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, ObservationSize);
        Pcg64 source = EpisodeGuard.RequireSeeded(_source);
        _count = _settings.LeastSteps - 1 + source.NextInteger(_settings.MostSteps - _settings.LeastSteps + 1);
        LeverRow.Draw(_levers.AsSpan(0, _count), source);
        TakeRow();
        _attempts = 0;
        _isRunning = true;
        BeginAttempt();
        Write(observation);
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckStep(_isRunning, action, RoomAction.Count, observation, ObservationSize);
        _room = LeverRow.Act(Levers, _room, action);
        _isOnTheWay &= action == (_taken < _count ? RoomAction.Push(_levers[_taken]) : RoomAction.PushDoor);
        _lastAction = action;
        _taken++;
        var isOver = _taken == Actions;
        var opens = isOver && _isOnTheWay;
        var reward =
            opens ? OpenReward
            : _isOnTheWay && !_room.IsDoorLocked ? UnlockReward
            : 0;
        var isLast = false;
        if (isOver)
        {
            _attempts++;
            isLast = _attempts >= _settings.AttemptLimit;
            if (!opens && !isLast)
            {
                BeginAttempt();
            }
        }

        _isRunning = !opens && !isLast;
        Write(observation);
        return new StepResult(reward, opens, isLast && !opens);
    }

    // Everything that follows from the positions of the levers.
    private void TakeRow()
    {
        _row = null;
        _active = 0;
        foreach (LeverPosition position in Levers)
        {
            _active |= 1 << (int)position;
        }
    }

    private void BeginAttempt()
    {
        _room = RoomState.Initial;
        _taken = 0;
        _isOnTheWay = true;
        _lastAction = RoomAction.Any;
    }

    private void Write(Span<float> observation)
    {
        for (var position = 0; position < RoomAction.Positions; position++)
        {
            observation[position] = _room.IsPushed((LeverPosition)position) ? 0 : 1;
            observation[RoomAction.Positions + position] = (_active >> position) & 1;
        }

        observation[2 * RoomAction.Positions] = _room.IsDoorLocked ? 1 : 0;
        observation[(2 * RoomAction.Positions) + 1] = _room.IsDoorOpen ? 1 : 0;
        observation[RoomObservation.RoomSize] = _taken / StepScale;
        observation[RoomObservation.RoomSize + 1] = 0;
    }

    private static TimeLimit<LeverRowEnvironment> Limited(LeverRowSettings settings, int? limit)
    {
        var environment = new LeverRowEnvironment(settings);
        return new TimeLimit<LeverRowEnvironment>(environment, limit ?? environment.Specification.StepLimit!.Value);
    }

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_source);
        string[] words = [$"a row of {Actions} steps", $"attempts: {_attempts}"];
        return OpenLockScene.Draw(
            _active,
            present: (1 << RoomAction.Positions) - 1,
            _room,
            _lastAction,
            OpenLockScene.ActionLabels,
            words
        );
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", EpisodeGuard.RequireSeeded(_source));
        VisitRow(visitor);
        var pushed = visitor.Count("pushed", _room.Pushed, (1 << RoomAction.Positions) - 1);
        var (_, isLocked, isOpen) = _room;
        visitor.Number("is_door_locked", ref isLocked);
        visitor.Number("is_door_open", ref isOpen);
        _room = new RoomState((byte)pushed, isLocked, isOpen);
        _attempts = visitor.Count("attempts", _attempts, _settings.AttemptLimit);
        _taken = visitor.Count("actions_taken", _taken, Actions);
        _lastAction = visitor.Count("last_action", _lastAction + 1, RoomAction.Count) - 1;
        visitor.Number("is_on_the_way", ref _isOnTheWay);
        visitor.Number("is_running", ref _isRunning);
    }

    // The positions in their order, and how many of them there are.
    private void VisitRow(StateVisitor visitor)
    {
        _count = visitor.Count("levers", _count, _settings.MostSteps - 1);
        for (var place = 0; place < _levers.Length; place++)
        {
            var name = FormattableString.Invariant($"lever.{place}");
            var position = place < _count ? (int)_levers[place] : 0;
            _levers[place] = (LeverPosition)visitor.Count(name, position, RoomAction.Positions - 1);
        }

        if (!visitor.IsRestoring)
        {
            return;
        }

        TakeRow();
        if (BitOperations.PopCount((uint)_active) != _count)
        {
            throw new StateException("two levers of a row stand at one position");
        }

        if (_count < _settings.LeastSteps - 1)
        {
            throw new StateException(
                FormattableString.Invariant(
                    $"a row of {Actions} steps; rows have {_settings.LeastSteps} to {_settings.MostSteps} here"
                )
            );
        }
    }
}
