using CsCheck;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Tests.Environments.OpenLock.Rooms;

/// <summary>The rules of rooms: known courses, counts over all sequences of actions, and laws.</summary>
public sealed class RoomTests
{
    private static readonly Room[] All =
    [
        .. from scenario in Scenario.All from trial in Trial.Of(scenario) select new Room(scenario, trial),
    ];

    // A state after each action, from the beginning on.
    [Theory]
    [InlineData("CC3", "1", "0 4 14", "0111111|10 0111011|00 0111011|01")]
    [InlineData("CC3", "1", "4 0 14", "1111111|10 0111111|10 0111111|10")]
    [InlineData(
        "CC3",
        "1",
        "0 4 7 11 0 11 7",
        "0111111|10 0111011|00 1111011|00 1111011|00 0111011|00 0111111|10 1111111|10"
    )]
    [InlineData("CC3", "1", "14 0 2", "1111111|10 0111111|10 0101111|00")]
    [InlineData("CE3", "2", "5 3 14", "1111101|10 1110101|00 1110101|01")]
    [InlineData("CE3", "2", "3 5 3", "1111111|10 1111101|10 1110101|00")]
    [InlineData(
        "CE3",
        "2",
        "1 3 8 10 5 10 12",
        "1011111|10 1010111|00 1110111|00 1110111|00 1110101|00 1111101|10 1111111|10"
    )]
    [InlineData("CC4", "7", "4 2 14", "1111011|10 1101011|00 1101011|01")]
    [InlineData("CE4", "11", "5 6 14", "1111101|10 1111100|00 1111100|01")]
    [InlineData("CE4", "11", "5 5 12", "1111101|10 1111101|10 1111111|10")]
    [InlineData("TwoStep", "two-step-1", "3 1 14", "1110111|10 1010111|00 1010111|01")]
    // Freed for the second action after l0 and not before; unlocked for the action after l1; never locked again.
    [InlineData("CC3D", "1", "0 4 4 14", "0111111|10 0111111|10 0111011|10 0111011|01")]
    [InlineData("CC3D", "1", "0 7 4 11 11 14", "0111111|10 1111111|10 1111011|10 1111111|00 1111111|00 1111111|01")]
    [InlineData("CE3D", "2", "5 12 1 14", "1111101|10 1111111|10 1011111|10 1011111|01")]
    public void A_course_is_as_it_was_recorded(string scenario, string trial, string actions, string states)
    {
        Room room = SampleRooms.Of(scenario, trial);
        RoomState state = RoomState.Initial;
        List<string> course = [];
        foreach (var action in actions.Split(' '))
        {
            state = room.Act(state, int.Parse(action, null));
            course.Add(SampleRooms.Text(state));
        }

        Assert.Equal(states, string.Join(' ', course));
    }

    [Theory]
    [InlineData("CC3", "1", "1010100")]
    [InlineData("CE3", "2", "0101010")]
    [InlineData("CC4", "7", "1010101")]
    [InlineData("CE4", "11", "0001111")]
    public void Active_levers_stand_where_the_trial_has_them(string scenario, string trial, string active)
    {
        Room room = SampleRooms.Of(scenario, trial);
        Assert.Equal(active, string.Concat(Enumerable.Range(0, 7).Select(position => (room.Active >> position) & 1)));
        Assert.Equal(0b111_1111, room.Present);
    }

    [Theory]
    [InlineData("CC3", 2, 82, 2744, 508, 114, 9)]
    [InlineData("CE3", 2, 82, 2197, 938, 222, 18)]
    [InlineData("CC4", 3, 120, 2744, 471, 144, 16)]
    [InlineData("CE4", 3, 120, 1728, 1191, 408, 48)]
    public void All_triples_of_actions_are_counted(string scenario, int winning, int unlocking, params int[] effective)
    {
        foreach (Room room in SampleRooms.Full(scenario))
        {
            var (wins, unlocks, effects) = (0, 0, new int[4]);
            foreach (var actions in SampleRooms.Sequences(3))
            {
                RoomState state = RoomState.Initial;
                var (unlocked, changes) = (false, 0);
                foreach (var action in actions)
                {
                    RoomState next = room.Act(state, action);
                    changes += next.LooksUnlike(state) ? 1 : 0;
                    unlocked |= !next.IsDoorLocked;
                    state = next;
                }

                unlocks += unlocked ? 1 : 0;
                wins += state.IsDoorOpen ? 1 : 0;
                effects[changes]++;
                Assert.Equal(state.IsDoorOpen, room.Solutions.Any(solution => solution.Matches(actions)));
            }

            Assert.Equal((winning, unlocking), (wins, unlocks));
            Assert.Equal(effective, effects);
        }
    }

    [Theory]
    [InlineData("CC3", 16, 9)]
    [InlineData("CE3", 16, 10)]
    [InlineData("CC4", 32, 14)]
    [InlineData("CE4", 32, 18)]
    public void Reachable_states_are_counted(string scenario, int all, int withinThree)
    {
        foreach (Room room in SampleRooms.Full(scenario))
        {
            Assert.Equal(all, Reachable(room, actions: 20));
            Assert.Equal(withinThree, Reachable(room, actions: 3));
        }
    }

    // Two actions are fixed by the solution for each of two or three levers, and the second one is any of 15.
    [Theory]
    [InlineData("CC3D", "1", 30)]
    [InlineData("CE3D", "4", 30)]
    [InlineData("CC4D", "7", 45)]
    [InlineData("CE4D", "11", 45)]
    public void Delayed_rooms_open_by_their_solutions_alone(string scenario, string trial, int winning)
    {
        Room room = SampleRooms.Of(scenario, trial);
        var wins = 0;
        foreach (var actions in SampleRooms.Sequences(4))
        {
            var opens = SampleRooms.After(room, actions).IsDoorOpen;
            wins += opens ? 1 : 0;
            Assert.Equal(opens, room.Solutions.Any(solution => solution.Matches(actions)));
        }

        Assert.Equal(winning, wins);
        Assert.All(room.Solutions, solution => Assert.Equal(RoomAction.Any, solution.Actions[1]));
    }

    [Fact]
    public void Small_rooms_open_by_their_solutions_alone()
    {
        foreach (Room room in All.Where(room => !room.Trial.IsFull && !room.Scenario.IsDelayed))
        {
            foreach (var actions in SampleRooms.Sequences(room.Scenario.ActionsPerAttempt))
            {
                Assert.Equal(
                    SampleRooms.After(room, actions).IsDoorOpen,
                    room.Solutions.Any(solution => solution.Matches(actions))
                );
            }
        }
    }

    [Theory]
    [InlineData("CC3", "1", "0 4 14, 0 2 14")]
    [InlineData("CE3", "1", "2 0 14, 4 0 14")]
    [InlineData("CC4", "7", "4 0 14, 4 6 14, 4 2 14")]
    [InlineData("CE4", "11", "3 6 14, 4 6 14, 5 6 14")]
    [InlineData("TwoStep", "two-step-1", "1 14")]
    [InlineData("CC3D", "1", "0 -1 4 14, 0 -1 2 14")]
    [InlineData("CE4D", "7", "4 -1 2 14, 0 -1 2 14, 6 -1 2 14")]
    public void Solutions_have_upstreams_order(string scenario, string trial, string solutions) =>
        Assert.Equal(
            solutions,
            string.Join(
                ", ",
                SampleRooms.Of(scenario, trial).Solutions.Select(solution => string.Join(' ', solution.Actions))
            )
        );

    [Fact]
    public void Laws_hold_in_every_room_after_any_actions() =>
        Gen.Select(Gen.Int[0, All.Length - 1], Gen.Int[0, RoomAction.Count - 1].Array[0, 12])
            .Sample(
                (number, actions) =>
                {
                    Room room = All[number];
                    RoomState state = SampleRooms.After(room, actions);

                    // Inactive levers, and places without one, never move.
                    Assert.Equal(0, state.Pushed & ~room.Active);
                    foreach (LeverPosition position in Enum.GetValues<LeverPosition>())
                    {
                        // Acting towards the state that it has changes no more than the time does.
                        var same = state.IsPushed(position) ? RoomAction.Push(position) : RoomAction.Pull(position);
                        Assert.Equal(room.Wait(state), room.Act(state, same));

                        // The other way it moves if nothing holds it, and nothing else does.
                        var other = state.IsPushed(position) ? RoomAction.Pull(position) : RoomAction.Push(position);
                        var moved = room.CanMove(room.Wait(state), position) ? 1 << (int)position : 0;
                        Assert.Equal(state.Pushed ^ moved, room.Act(state, other).Pushed);
                    }

                    // An open door stays open, whatever is done; a locked one does not open.
                    RoomState pushed = room.Act(state, RoomAction.PushDoor);
                    Assert.Equal(state.IsDoorOpen || !pushed.IsDoorLocked, pushed.IsDoorOpen);
                    Assert.True(
                        !pushed.IsDoorOpen
                            || Enumerable.Range(0, RoomAction.Count).All(action => room.Act(pushed, action).IsDoorOpen)
                    );
                },
                iter: 3000
            );

    [Fact]
    public void Delayed_rooms_lock_nothing_again() =>
        Gen.Select(Gen.Int[0, All.Length - 1], Gen.Int[0, RoomAction.Count - 1].Array[0, 12])
            .Where((number, _) => All[number].Scenario.IsDelayed)
            .Sample(
                (number, actions) =>
                {
                    RoomState state = RoomState.Initial;
                    foreach (var action in actions)
                    {
                        RoomState next = All[number].Act(state, action);
                        Assert.True(state.IsDoorLocked || !next.IsDoorLocked);
                        Assert.True(!state.AreLeversFree || next.AreLeversFree);
                        state = next;
                    }
                },
                iter: 1000
            );

    [Fact]
    public void A_trial_with_another_number_of_levers_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => SampleRooms.Of("CC3", "7"));
        Assert.Contains(
            "CC3 needs 3: one of 1, 2, 3, 4, 5, 6, simplified-1",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => Trial.Find("12"));
        Assert.Throws<ArgumentException>(() => Scenario.Find("CC5"));
    }

    [Fact]
    public void Trials_give_every_role_a_place_of_its_own() =>
        Assert.All(
            Trial.All,
            trial =>
            {
                LeverPosition[] places = [.. trial.Levers, .. trial.Inactive];
                Assert.Equal(places.Length, places.Distinct().Count());
            }
        );

    private static int Reachable(Room room, int actions)
    {
        HashSet<RoomState> seen = [RoomState.Initial];
        for (var action = 0; action < actions; action++)
        {
            seen.UnionWith(
                seen.SelectMany(state => Enumerable.Range(0, RoomAction.Count).Select(next => room.Act(state, next)))
                    .ToArray()
            );
        }

        return seen.Count;
    }
}
