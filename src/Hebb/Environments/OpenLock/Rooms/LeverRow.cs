using Hebb.Numerics;

namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>
/// A room whose solution has any number of actions, to measure learners with: active levers in a row, each of which moves only
/// while the one before it is pushed, and a door that is unlocked while the last of them is. Without active levers
/// it is unlocked from the beginning. All other levers are white and never move.
/// </summary>
/// <remarks>
/// There is one solution: push the levers in their order, then the door. As in a <see cref="Room"/>, a lock holds a
/// lever in whatever state it has, acting towards the state that a lever already has does nothing, and so does acting on a
/// white lever; an open door stays open.
/// </remarks>
public sealed class LeverRow
{
    /// <summary>The most actions that a solution can have: one for each position, and one for the door.</summary>
    public const int MostActions = RoomAction.Positions + 1;

    /// <summary>Makes a row whose levers stand where chance has them.</summary>
    /// <param name="actions">The actions of the solution, and of an attempt; from 1 to <see cref="MostActions"/>.</param>
    /// <param name="random">What their positions are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few actions, or too many.</exception>
    public LeverRow(int actions, Pcg64 random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(actions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(actions, MostActions);
        ArgumentNullException.ThrowIfNull(random);
        Span<LeverPosition> levers = stackalloc LeverPosition[RoomAction.Positions];
        levers = levers[..(actions - 1)];
        Draw(levers, random);
        Levers = [.. levers];
        (Solution, Active, Initial) = Derived();
    }

    /// <summary>Makes a row whose levers stand at known positions.</summary>
    /// <param name="levers">The active levers, in the order in which they have to be pushed; all different.</param>
    public LeverRow(ImmutableArray<LeverPosition> levers)
    {
        Levers = levers;
        (Solution, Active, Initial) = Derived();
    }

    /// <summary>Draws the positions of the levers of a row, all sequences equally likely.</summary>
    /// <param name="levers">As many as the row has active levers; all are written.</param>
    /// <param name="random">What they are drawn from.</param>
    internal static void Draw(Span<LeverPosition> levers, Pcg64 random)
    {
        Span<LeverPosition> positions = stackalloc LeverPosition[RoomAction.Positions];
        for (var place = 0; place < positions.Length; place++)
        {
            positions[place] = (LeverPosition)place;
        }

        for (var place = 0; place < levers.Length; place++)
        {
            var other = place + random.NextInteger(positions.Length - place);
            (positions[place], positions[other]) = (positions[other], positions[place]);
        }

        positions[..levers.Length].CopyTo(levers);
    }

    private (Solution Solution, int Active, RoomState Initial) Derived() =>
        (
            new Solution([.. Levers.Select(RoomAction.Push), RoomAction.PushDoor]),
            Levers.Aggregate(0, (mask, position) => mask | (1 << (int)position)),
            RoomState.Initial with
            {
                IsDoorLocked = Levers.Length > 0,
            }
        );

    /// <summary>The active levers, which are grey, in the order in which they have to be pushed.</summary>
    public ImmutableArray<LeverPosition> Levers { get; }

    /// <summary>The actions that open the door.</summary>
    public Solution Solution { get; }

    /// <summary>The positions of active levers, a bit each.</summary>
    public int Active { get; }

    /// <summary>How every attempt begins: all levers pulled, the door closed.</summary>
    public RoomState Initial { get; }

    /// <summary>The actions of an attempt.</summary>
    public int ActionsPerAttempt => Levers.Length + 1;

    /// <summary>Whether the lever of a position would move now.</summary>
    public bool CanMove(RoomState state, LeverPosition position) => CanMove(Levers.AsSpan(), state, position);

    /// <summary>What an action makes of a state.</summary>
    /// <param name="action">The action, from 0 to 14.</param>
    /// <returns>The state after.</returns>
    public RoomState Act(RoomState state, int action) => Act(Levers.AsSpan(), state, action);

    /// <summary>What an action makes of a state.</summary>
    /// <param name="levers">The active levers of the row, in the order in which they have to be pushed.</param>
    /// <param name="action">The action, from 0 to 14.</param>
    /// <returns>The state after.</returns>
    internal static RoomState Act(ReadOnlySpan<LeverPosition> levers, RoomState state, int action)
    {
        if (RoomAction.PositionOf(action) is not { } position)
        {
            return state.IsDoorLocked ? state : state with { IsDoorOpen = true };
        }

        if (RoomAction.IsPull(action) != state.IsPushed(position) || !CanMove(levers, state, position))
        {
            return state;
        }

        var moved = state with { Pushed = (byte)(state.Pushed ^ (1 << (int)position)) };
        return moved with { IsDoorLocked = !moved.IsPushed(levers[^1]) };
    }

    private static bool CanMove(ReadOnlySpan<LeverPosition> levers, RoomState state, LeverPosition position) =>
        levers.IndexOf(position) is var place && place >= 0 && (place == 0 || state.IsPushed(levers[place - 1]));
}
