using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Environments.OpenLock.Rooms;

public sealed class RandomRoomsTests
{
    [Theory]
    [InlineData("CC3", 105, 6)]
    [InlineData("CE3", 105, 6)]
    [InlineData("CC4", 140, 5)]
    [InlineData("CE4", 140, 5)]
    [InlineData("CE4D", 140, 5)]
    [InlineData("CC5", 105, 0)]
    [InlineData("CE6", 42, 0)]
    [InlineData("CC7", 7, 0)]
    public void Rooms_are_all_there_are_and_official_ones_are_held_out(string name, int rooms, int official)
    {
        Scenario scenario = Find(name);
        var all = new RandomRooms([scenario], holdsOutOfficial: false)
            .All.Select(Key)
            .ToHashSet(StringComparer.Ordinal);
        var known = Known(scenario).ToHashSet(StringComparer.Ordinal);
        Assert.Equal((rooms, official), (all.Count, known.Count));
        Assert.Subset(all, known);
        string[] left = [.. new RandomRooms([scenario], holdsOutOfficial: true).All.Select(Key)];
        Assert.Equal(
            all.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            left.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_grey_lever_that_does_nothing_stands_anywhere_too() =>
        Assert.Equal(
            42,
            RandomRooms
                .AllOf(Find("TwoStep"))
                .Select(room => (room.Solutions[0].Actions[0], room.Active))
                .Distinct()
                .Count()
        );

    [Fact]
    public void Placements_are_equally_likely()
    {
        var rooms = new RandomRooms([Find("CC3"), Find("CE4")], holdsOutOfficial: true);
        var counts = new int[rooms.Count];
        var random = new Pcg64(1);
        const int Draws = 100_000;
        for (var draw = 0; draw < Draws; draw++)
        {
            _ = rooms.Draw(random);
            counts[rooms.Current]++;
        }

        // Each scenario has half of the draws, and its 99 or 135 rooms share them: a chi-square within six standard deviations.
        foreach (var (first, count) in new[] { (0, 99), (99, 135) })
        {
            var expected = Draws / 2.0 / count;
            var distance = counts[first..(first + count)].Sum(seen => (seen - expected) * (seen - expected) / expected);
            Assert.InRange(distance, 0, count + (6 * Math.Sqrt(2.0 * count)));
            Assert.All(counts[first..(first + count)], seen => Assert.NotEqual(0, seen));
        }
    }

    [Theory]
    [InlineData("CC5")]
    [InlineData("CC6")]
    [InlineData("CC7")]
    [InlineData("CE5")]
    [InlineData("CE6")]
    [InlineData("CE7")]
    public void Each_lever_but_one_has_a_solution(string name)
    {
        var environment = new OpenLockEnvironment(
            new OpenLockOptions { Scenarios = [Find(name)], Episode = EpisodeSpan.Trial }
        );
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(3, observation);
        int[] levers =
        [
            .. Enumerable
                .Range(0, RoomAction.Positions)
                .Where(position => observation[RoomAction.Positions + position] == 1),
        ];
        Assert.Equal(name[^1] - '0', levers.Length);

        // Every pair of grey levers in either order, and the door: no more than are needed succeed, and the trial then ends.
        var pairs = from first in levers from second in levers where first != second select (first, second);
        var solved = 0;
        foreach (var (first, second) in pairs)
        {
            _ = environment.Step(first, observation);
            _ = environment.Step(second, observation);
            StepResult last = environment.Step(RoomAction.PushDoor, observation);
            solved += last.Reward == 50 ? 1 : 0;
            if (last.EpisodeEnded)
            {
                Assert.True(last.Terminated);
                break;
            }
        }

        Assert.Equal(levers.Length - 1, solved);
    }

    [Theory]
    [InlineData(EpisodeSpan.Attempt)]
    [InlineData(EpisodeSpan.Trial)]
    public void What_is_put_back_in_the_middle_of_a_trial_goes_on_alike(EpisodeSpan episode)
    {
        var options = new OpenLockOptions
        {
            Scenarios = [Find("CC3"), Find("CE7")],
            HoldsOutOfficial = true,
            Episode = episode,
            AttemptLimit = 5,
        };
        var (one, other) = (new OpenLockEnvironment(options), new OpenLockEnvironment(options));
        var (seen, seenToo) = (new float[16], new float[16]);
        one.Reset(7, seen);
        other.Reset(8, seenToo);
        _ = one.Step(3, seen);
        _ = one.Step(4, seen);
        StateSnapshot.Of(one).RestoreTo(other);
        var random = new Pcg64(2);
        for (var step = 0; step < 2000; step++)
        {
            var action = random.NextInteger(RoomAction.Count);
            StepResult result = one.Step(action, seen);
            Assert.Equal(result, other.Step(action, seenToo));
            if (result.EpisodeEnded)
            {
                one.Reset(seen);
                other.Reset(seenToo);
            }

            Assert.Equal(seen, seenToo);
            Assert.Equal(one.State, other.State);
        }
    }

    [Fact]
    public void What_is_not_possible_is_refused()
    {
        AssertRefused(new() { Scenarios = [Find("CC3"), Find("CC3D")] }, "Scenarios: CC3, CC3D; ");
        AssertRefused(
            new() { Scenarios = [Find("CC3")], Trial = Trial.Find("1") },
            "Scenarios: CC3; none is possible beside"
        );
        AssertRefused(
            new() { Scenarios = [Find("CC3")], Transfer = Find("CC4") },
            "Scenarios: CC3; none is possible beside"
        );
        AssertRefused(new() { HoldsOutOfficial = true }, "HoldsOutOfficial: true; ");
        AssertRefused(new() { Scenario = Find("CC5") }, "Scenario: CC5; it has no rooms of its own");
        AssertRefused(new() { Transfer = Find("CE7") }, "Scenario: CE7; it has no rooms of its own");
    }

    [Theory]
    [InlineData("CC3", 60)]
    [InlineData("CC3D", 50)]
    [InlineData("CE7", 60)]
    public void Returns_are_those_of_the_scenarios_drawn(string name, double highest) =>
        Assert.Equal(
            new ReturnRange(0, highest),
            CatalogueSet
                .Standard.Environments.Find("OpenLock-Random-v0")
                .Returns(4, new OpenLockSettings { Scenarios = [Find(name)] })
        );

    private static void AssertRefused(OpenLockOptions options, string message) =>
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentException>(() => new OpenLockEnvironment(options)).Message,
            StringComparison.Ordinal
        );

    private static Scenario Find(string name) =>
        Scenario.All.Concat(Scenario.Larger).Single(scenario => scenario.Name == name);

    private static IEnumerable<string> Known(Scenario scenario) =>
        Trial.DrawnFor(scenario).Select(trial => Key(new Room(scenario, trial)));

    // Rooms of a scenario behave alike when they have the same solutions.
    private static string Key(Room room) =>
        string.Join(
            ';',
            room.Solutions.Select(solution => string.Join(',', solution.Actions)).Order(StringComparer.Ordinal)
        );
}
