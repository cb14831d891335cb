using CsCheck;
using Hebb.Agents.Dqn;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Dqn;

public sealed class ExplorationTests
{
    [Fact]
    public void Epsilon_falls_on_a_line_and_stays() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Long[0, 1000], Gen.Long[0, 2000])
            .Sample(
                (first, last, over, steps) =>
                {
                    var options = new ExplorationOptions
                    {
                        First = first,
                        Last = last,
                        Steps = over,
                    };
                    var part = over == 0 ? 1 : Math.Min(1, (double)steps / over);
                    Assert.Equal((first * (1 - part)) + (last * part), options.Epsilon(steps), 1e-12);
                }
            );

    [Fact]
    public void Without_repeats_it_is_epsilon_greedy()
    {
        const int steps = 20_000;
        var exploration = Constant(epsilon: 0.3, longest: 1, exponent: 2);
        var counts = new int[4];
        for (var step = 0; step < steps; step++)
        {
            counts[exploration.TryDraw(0, step, out var action) ? action : 3]++;
        }

        // Of three actions each a tenth; five standard deviations.
        Assert.InRange(counts[3], 14_000 - 324, 14_000 + 324);
        Assert.All(counts.Take(3), count => Assert.InRange(count, 2000 - 212, 2000 + 212));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1.25)]
    public void Durations_follow_the_power_law(double exponent)
    {
        const int longest = 12;
        const int draws = 20_000;
        var counts = new int[longest + 1];
        var exploration = Constant(epsilon: 1, longest, exponent);

        // Each environment's first duration is read by ending it with a second environment's help: an action is repeated
        // until the agent is let go, so epsilon is 1 at step 0 alone.
        for (var draw = 0; draw < draws; draw++)
        {
            var duration = 0;
            for (var step = 0; exploration.TryDraw(0, step, out _); step++)
            {
                duration++;
            }

            counts[duration]++;
        }

        var total = Enumerable.Range(1, longest).Sum(duration => Math.Pow(duration, -exponent));
        Assert.Equal(0, counts[0]);
        for (var duration = 1; duration <= longest; duration++)
        {
            var chance = Math.Pow(duration, -exponent) / total;
            var spread = 5 * Math.Sqrt(draws * chance * (1 - chance));
            Assert.InRange(counts[duration], (draws * chance) - spread, (draws * chance) + spread);
        }
    }

    [Fact]
    public void A_drawn_action_is_repeated_until_the_episode_ends()
    {
        var exploration = Constant(epsilon: 1, longest: 1000, exponent: 0);
        Assert.True(exploration.TryDraw(0, 0, out var first));
        for (var step = 1; step < 5; step++)
        {
            Assert.True(exploration.TryDraw(0, step, out var action));
            Assert.Equal(first, action);
        }

        Assert.False(exploration.TryDraw(1, 5, out _));
        exploration.End(0);
        Assert.False(exploration.TryDraw(0, 6, out _));
    }

    [Fact]
    public void Impossible_options_are_refused_by_name()
    {
        Refuses("First", new() { First = 1.5 });
        Refuses("Last", new() { Last = -0.1 });
        Refuses("Steps", new() { Steps = -1 });
        Refuses("LongestRepeat", new() { LongestRepeat = 0 });
        Refuses("RepeatExponent", new() { RepeatExponent = double.NaN });

        static void Refuses(string name, ExplorationOptions options)
        {
            var refusal = Assert.Throws<ArgumentException>(() => new Exploration(1, 2, options, new Pcg64(1)));
            Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        }
    }

    // epsilon at the first step alone where it is 1, so that a duration's end shows.
    private static Exploration Constant(double epsilon, int longest, double exponent) =>
        new(
            2,
            3,
            new ExplorationOptions
            {
                First = epsilon,
                Last = epsilon == 1 ? 0 : epsilon,
                Steps = 1,
                LongestRepeat = longest,
                RepeatExponent = exponent,
            },
            new Pcg64(5)
        );
}
