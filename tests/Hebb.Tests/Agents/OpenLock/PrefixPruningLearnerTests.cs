using Hebb.Agents.OpenLock;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.OpenLock;

public sealed class PrefixPruningLearnerTests
{
    private const int Runs = 300;

    // The means of an independent simulation, of 300 runs too.
    [Theory]
    [InlineData("CC3", false, 13.2)]
    [InlineData("CE3", false, 20.3)]
    [InlineData("CC4", false, 14.2)]
    [InlineData("CE4", false, 30.8)]
    [InlineData("CC3", true, 6.8)]
    [InlineData("CE3", true, 10.3)]
    [InlineData("CC4", true, 9.3)]
    [InlineData("CE4", true, 19.6)]
    public void Attempts_are_as_many_as_expected(string scenario, bool heedsColours, double attempts)
    {
        var random = new Pcg64(11);
        var trials = Trial.DrawnFor(Scenario.Find(scenario));
        var sum = 0;
        for (var run = 0; run < Runs; run++)
        {
            var room = new Room(Scenario.Find(scenario), trials[run % trials.Length]);
            TrialProgress progress = new PrefixPruningLearner(random, heedsColours).Play(room, attemptLimit: 10_000);
            Assert.True(progress.IsSolved);
            sum += progress.Attempts;
        }

        Assert.InRange((double)sum / Runs, 0.9 * attempts, 1.1 * attempts);
    }

    [Fact]
    public void Small_rooms_are_solved_and_delayed_ones_refused()
    {
        var learner = new PrefixPruningLearner(new Pcg64(1));
        var small = new Room(Scenario.Find("TwoStep"), Trial.Find("two-step-1"));
        Assert.InRange(learner.Play(small, 100).Attempts, 1, 15);
        var delayed = new Room(Scenario.Find("CC3D"), Trial.Find("1"));
        Assert.Throws<ArgumentException>(() => learner.Play(delayed, 100));
    }

    [Fact]
    public void Attempts_are_limited() =>
        Assert.Equal(
            2,
            new PrefixPruningLearner(new Pcg64(1))
                .Play(new Room(Scenario.Find("CE4"), Trial.Find("7")), attemptLimit: 2)
                .Attempts
        );
}
