using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Tests.Environments.OpenLock.Rooms;

public sealed class LeverRowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_all_sequences_of_actions_one_alone_opens_the_door(int actions)
    {
        var row = new LeverRow(actions, new Pcg64(3));
        Assert.Equal(actions, row.ActionsPerAttempt);
        Assert.Equal(actions - 1, row.Levers.Length);
        List<int[]> opening = [];
        foreach (var sequence in Sequences(actions))
        {
            if (Play(row, sequence).IsDoorOpen)
            {
                opening.Add(sequence);
            }
        }

        Assert.Equal(row.Solution.Actions, Assert.Single(opening));
    }

    [Fact]
    public void A_longest_row_has_its_solution_too()
    {
        var row = new LeverRow(LeverRow.MostActions, new Pcg64(5));
        Assert.Equal(RoomAction.Positions, row.Levers.Distinct().Count());
        Assert.True(Play(row, row.Solution.Actions).IsDoorOpen);
        Assert.False(Play(row, row.Solution.Actions[..^1]).IsDoorOpen);
    }

    [Fact]
    public void A_lever_moves_only_while_the_one_before_it_is_pushed()
    {
        var row = new LeverRow(4, new Pcg64(1));
        var (first, second, third) = (row.Levers[0], row.Levers[1], row.Levers[2]);
        RoomState state = row.Initial;
        Assert.True(row.CanMove(state, first));
        Assert.False(row.CanMove(state, second));
        Assert.Equal(state, row.Act(state, RoomAction.Push(second)));
        state = row.Act(state, RoomAction.Push(first));
        Assert.True(row.CanMove(state, second));
        Assert.False(row.CanMove(state, third));
        Assert.Equal(state, row.Act(state, RoomAction.Push(first)));

        // A lock holds a lever where it is.
        state = row.Act(row.Act(state, RoomAction.Push(second)), RoomAction.Pull(first));
        Assert.False(state.IsPushed(first));
        Assert.True(state.IsPushed(second));
        Assert.Equal(state, row.Act(state, RoomAction.Pull(second)));
        Assert.True(row.CanMove(state, third));
    }

    [Fact]
    public void The_door_is_unlocked_while_the_last_lever_is_pushed_and_stays_open()
    {
        var row = new LeverRow(2, new Pcg64(2));
        Assert.True(row.Initial.IsDoorLocked);
        Assert.Equal(row.Initial, row.Act(row.Initial, RoomAction.PushDoor));
        RoomState pushed = row.Act(row.Initial, RoomAction.Push(row.Levers[0]));
        Assert.False(pushed.IsDoorLocked);
        Assert.Equal(row.Initial, row.Act(pushed, RoomAction.Pull(row.Levers[0])));
        RoomState open = row.Act(row.Act(pushed, RoomAction.PushDoor), RoomAction.Pull(row.Levers[0]));
        Assert.True(open is { IsDoorOpen: true, IsDoorLocked: true });
    }

    [Fact]
    public void White_levers_never_move()
    {
        var row = new LeverRow(3, new Pcg64(4));
        RoomState state = row.Act(row.Initial, RoomAction.Push(row.Levers[0]));
        foreach (LeverPosition position in Enum.GetValues<LeverPosition>().Except(row.Levers))
        {
            Assert.Equal(0, (row.Active >> (int)position) & 1);
            Assert.False(row.CanMove(state, position));
            Assert.Equal(state, row.Act(state, RoomAction.Push(position)));
            Assert.Equal(state, row.Act(state, RoomAction.Pull(position)));
        }
    }

    [Fact]
    public void The_seed_says_where_levers_stand_and_each_position_has_its_turn()
    {
        var drawn = Enumerable.Range(0, 200).Select(seed => new LeverRow(3, new Pcg64((ulong)seed)).Levers).ToArray();
        Assert.Equal(drawn[9], new LeverRow(3, new Pcg64(9)).Levers);
        Assert.All(
            Enum.GetValues<LeverPosition>(),
            position => Assert.InRange(drawn.Count(levers => levers[0] == position), 12, 50)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LeverRow.MostActions + 1)]
    public void Rows_that_are_too_short_or_too_long_are_refused(int actions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeverRow(actions, new Pcg64(1)));

    private static RoomState Play(LeverRow row, IEnumerable<int> actions) =>
        actions.Aggregate(row.Initial, (state, action) => row.Act(state, action));

    private static IEnumerable<int[]> Sequences(int actions)
    {
        var count = (int)Math.Pow(RoomAction.Count, actions);
        for (var number = 0; number < count; number++)
        {
            var sequence = new int[actions];
            var rest = number;
            for (var place = 0; place < actions; place++)
            {
                sequence[place] = rest % RoomAction.Count;
                rest /= RoomAction.Count;
            }

            yield return sequence;
        }
    }
}
