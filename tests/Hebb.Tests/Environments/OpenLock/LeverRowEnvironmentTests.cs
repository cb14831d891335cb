using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Environments.OpenLock;

public sealed class LeverRowEnvironmentTests
{
    private readonly float[] _seen = new float[18];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Its_script_opens_the_door_and_nothing_shorter_does(int steps)
    {
        LeverRowEnvironment environment = Make(steps);
        environment.Reset(2, _seen);
        Assert.Equal(steps, environment.Row.ActionsPerAttempt);
        var rewards = environment.Row.Solution.Actions.Select(action => environment.Step(action, _seen)).ToList();
        Assert.True(rewards[^1].Terminated);
        Assert.Equal([.. Enumerable.Repeat(0.0, steps - 2), 10, 50], rewards.Select(result => result.Reward));
        Assert.Equal(steps, FewestActions(environment.Row));
    }

    [Fact]
    public void An_attempt_that_leaves_the_way_earns_nothing_more_until_the_row_is_reset()
    {
        LeverRowEnvironment environment = Make(4);
        environment.Reset(2, _seen);
        int[] solution = [.. environment.Row.Solution.Actions];

        // The door is unlocked in this attempt too, an action late.
        int[] late = [RoomAction.PushDoor, .. solution[..3]];
        Assert.All(late, action => Assert.Equal(new StepResult(0, false, false), environment.Step(action, _seen)));
        Assert.Equal(1, environment.Attempts);
        Assert.Equal(60, solution.Sum(action => environment.Step(action, _seen).Reward));
        Assert.NotEmpty(environment.Draw().Shapes);
    }

    [Fact]
    public void Fewer_steps_at_most_than_at_least_are_refused() =>
        Assert.StartsWith(
            "MostSteps: 3; at least the fewest, 4, are needed",
            Assert
                .Throws<ArgumentException>(() => new LeverRowEnvironment(new() { LeastSteps = 4, MostSteps = 3 }))
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("OpenLock-CC3-v0", false, "Scenarios: CE4; none is possible in OpenLock-CC3-v0")]
    [InlineData("OpenLock-Random-v0", true, "Scenarios: none; at least one is needed")]
    public void Scenarios_belong_to_random_rooms(string environment, bool isEmpty, string line)
    {
        EnvironmentEntry entry = CatalogueSet.Standard.Environments.Find(environment);
        var settings = new OpenLockSettings { Scenarios = isEmpty ? [] : [Scenario.Find("CE4")] };
        Assert.StartsWith(
            line,
            Assert.Throws<ArgumentException>(() => entry.Create(options: settings)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rows_are_those_of_the_study_of_chains()
    {
        LeverRowEnvironment environment = Make(5);
        environment.Reset(11, _seen);
        var random = new Pcg64(11);

        // The environment draws how many levers there are first, of which there is one possibility here.
        _ = random.NextInteger(1);
        Assert.Equal(new LeverRow(5, random).Levers, environment.Row.Levers);
    }

    [Fact]
    public void Lengths_and_positions_are_equally_likely()
    {
        var environment = new LeverRowEnvironment();
        environment.Reset(1, _seen);
        var lengths = new int[5];
        var first = new int[RoomAction.Positions];
        const int Trials = 21_000;
        for (var trial = 0; trial < Trials; trial++)
        {
            environment.Reset(_seen);
            lengths[environment.Row.ActionsPerAttempt]++;
            first[(int)environment.Row.Levers[^1]]++;
        }

        Assert.All(lengths[2..], count => Assert.InRange(count, 6600, 7400));
        Assert.All(first, count => Assert.InRange(count, 2700, 3300));
    }

    [Fact]
    public void A_trial_without_the_door_opened_is_cut_off_at_its_last_attempt()
    {
        var environment = new LeverRowEnvironment(
            new LeverRowSettings
            {
                LeastSteps = 4,
                MostSteps = 4,
                AttemptLimit = 3,
            }
        );
        environment.Reset(1, _seen);
        for (var step = 0; step < 11; step++)
        {
            Assert.False(environment.Step(RoomAction.PushDoor, _seen).EpisodeEnded);
        }

        StepResult last = environment.Step(RoomAction.PushDoor, _seen);
        Assert.True(last is { Truncated: true, Terminated: false });
    }

    [Fact]
    public void What_is_put_back_in_the_middle_of_an_attempt_goes_on_alike()
    {
        var (one, other) = (Make(8), Make(8));
        var seenToo = new float[18];
        one.Reset(4, _seen);
        other.Reset(5, seenToo);
        for (var step = 0; step < 5; step++)
        {
            _ = one.Step(one.Row.Solution.Actions[step], _seen);
        }

        StateSnapshot.Of(one).RestoreTo(other);
        Assert.Equal(one.Row.Levers, other.Row.Levers);
        var random = new Pcg64(3);
        for (var step = 0; step < 1000; step++)
        {
            var action = random.NextInteger(RoomAction.Count);
            StepResult result = one.Step(action, _seen);
            Assert.Equal(result, other.Step(action, seenToo));
            if (result.EpisodeEnded)
            {
                one.Reset(_seen);
                other.Reset(seenToo);
            }

            Assert.Equal(_seen, seenToo);
        }
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(2, 8)]
    public void A_row_of_a_length_that_is_not_drawn_is_not_put_back(int saved, int possible)
    {
        LeverRowEnvironment one = Make(saved);
        LeverRowEnvironment other = Make(possible);
        one.Reset(4, _seen);
        other.Reset(5, _seen);
        Assert.Throws<StateException>(() => StateSnapshot.Of(one).RestoreTo(other));
    }

    [Fact]
    public void Returns_are_known_where_the_door_can_be_unlocked_once_alone()
    {
        EnvironmentEntry entry = CatalogueSet.Standard.Environments.Find("OpenLock-Row-v0");
        Assert.Null(entry.Returns(entry.StepLimit, entry.Options!.Standard));
        Assert.Equal(new ReturnRange(0, 60), entry.Returns(4, new LeverRowSettings { AttemptLimit = 1 }));
    }

    private static LeverRowEnvironment Make(int steps) =>
        new(new LeverRowSettings { LeastSteps = steps, MostSteps = steps });

    // Of all that can be done, by the states that are reached after each number of actions.
    private static int FewestActions(LeverRow row)
    {
        HashSet<RoomState> reached = [row.Initial];
        var actions = 0;
        for (; !reached.Any(state => state.IsDoorOpen); actions++)
        {
            reached.UnionWith(
                reached
                    .SelectMany(state => Enumerable.Range(0, RoomAction.Count).Select(action => row.Act(state, action)))
                    .ToArray()
            );
        }

        return actions;
    }
}
