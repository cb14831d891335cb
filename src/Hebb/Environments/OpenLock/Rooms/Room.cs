namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>
/// A room of levers and a door, as rules alone: what an action makes of a state. Sets of levers are bit masks, a bit a position.
/// </summary>
/// <remarks>
/// Edmonds et al., "Human causal transfer: challenges for deep reinforcement learning" (2018), in its symbolic form, without
/// the physics of arm and levers. Acting towards the state that a lever already has does nothing, and so does acting on a
/// locked lever, an inactive one or a position that has none.
/// </remarks>
public sealed class Room
{
    private const int LeverDelay = 2;
    private const int DoorDelay = 1;

    private readonly int _gated;
    private readonly int _keys;
    private readonly int _doorKeys;
    private readonly bool _isDelayed;

    /// <summary>Makes the room of a scenario and a trial.</summary>
    /// <param name="scenario">How its locks hang together.</param>
    /// <param name="trial">Where its levers stand.</param>
    /// <exception cref="ArgumentException">The trial has another number of active levers than the scenario.</exception>
    public Room(Scenario scenario, Trial trial)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(trial);
        if (trial.Levers.Length != scenario.LeverCount)
        {
            throw new ArgumentException(
                $"Trial {trial.Name} has {trial.Levers.Length} active levers; {scenario.Name} needs {scenario.LeverCount}: "
                    + $"one of {string.Join(", ", Trial.Of(scenario).Select(other => other.Name))}.",
                nameof(trial)
            );
        }

        Scenario = scenario;
        Trial = trial;
        _gated = Places(scenario.Gated, trial);
        _keys = Places(scenario.Keys, trial);
        _doorKeys = Places(scenario.DoorKeys, trial);
        _isDelayed = scenario.IsDelayed;
        Active = trial.Levers.Aggregate(0, (mask, position) => mask | (1 << (int)position));
        Present = trial.Inactive.Aggregate(Active, (mask, position) => mask | (1 << (int)position));
        Solutions = [.. scenario.Chains.Select(chain => SolutionOf(chain.First, chain.Second))];
    }

    /// <summary>How its locks hang together.</summary>
    public Scenario Scenario { get; }

    /// <summary>Where its levers stand.</summary>
    public Trial Trial { get; }

    /// <summary>The positions of active levers, a bit each.</summary>
    public int Active { get; }

    /// <summary>The positions that have a lever, a bit each: all seven but in small rooms.</summary>
    public int Present { get; }

    /// <summary>Every solution, in upstream's order.</summary>
    public ImmutableArray<Solution> Solutions { get; }

    /// <summary>The positions of levers that are locked at first, of those that free them, and of those that unlock the door, a bit each.</summary>
    internal (int Gated, int Keys, int DoorKeys) Roles => (_gated, _keys, _doorKeys);

    /// <summary>Whether the lever of a position would move now.</summary>
    public bool CanMove(RoomState state, LeverPosition position) => CanMove(state, 1 << (int)position);

    /// <summary>What an action makes of a state.</summary>
    /// <param name="action">The action, from 0 to 14.</param>
    /// <returns>The state after.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RoomState Act(RoomState state, int action)
    {
        state = Wait(state);
        if (action == RoomAction.PushDoor)
        {
            return state.IsDoorLocked ? state : state with { IsDoorOpen = true };
        }

        var pulls = action >= RoomAction.Positions;
        var lever = 1 << (pulls ? action - RoomAction.Positions : action);
        var isPulled = (state.Pushed & lever) == 0;
        return pulls == isPulled || !CanMove(state, lever) ? state : Move(state, lever);
    }

    /// <summary>What an action without effect makes of a state: the time alone goes by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RoomState Wait(RoomState state) =>
        !_isDelayed
            ? state
            : state with
            {
                AreLeversFree = state.AreLeversFree || state.LeverDelay == 1,
                LeverDelay = (byte)Math.Max(0, state.LeverDelay - 1),
                IsDoorLocked = state.IsDoorLocked && state.DoorDelay != 1,
                DoorDelay = (byte)Math.Max(0, state.DoorDelay - 1),
            };

    private bool CanMove(RoomState state, int lever) =>
        (Active & lever) != 0
        && ((_gated & lever) == 0 || (_isDelayed ? state.AreLeversFree : (state.Pushed & _keys) != 0));

    private RoomState Move(RoomState state, int lever)
    {
        var pushed = (byte)(state.Pushed ^ lever);
        return _isDelayed
            ? state with
            {
                Pushed = pushed,
                LeverDelay = (_keys & lever) == 0 ? state.LeverDelay : Sooner(state.LeverDelay, LeverDelay),
                DoorDelay = (_doorKeys & lever) == 0 ? state.DoorDelay : Sooner(state.DoorDelay, DoorDelay),
            }
            : state with
            {
                Pushed = pushed,
                IsDoorLocked = (pushed & _doorKeys) == 0,
            };
    }

    // A delay that runs already is not made longer by a later one.
    private static byte Sooner(byte running, int delay) => running == 0 ? (byte)delay : (byte)Math.Min(running, delay);

    private static int Places(int roles, Trial trial)
    {
        var mask = 0;
        for (var role = 0; role < trial.Levers.Length; role++)
        {
            mask |= ((roles >> role) & 1) << (int)trial.Levers[role];
        }

        return mask;
    }

    private Solution SolutionOf(int first, int second)
    {
        List<int> actions = [RoomAction.Push(Trial.Levers[first])];
        if (Scenario.IsDelayed)
        {
            actions.Add(RoomAction.Any);
        }

        if (second >= 0)
        {
            actions.Add(RoomAction.Push(Trial.Levers[second]));
        }

        return new Solution([.. actions, RoomAction.PushDoor]);
    }
}
