using CsCheck;
using Hebb.Agents;
using Hebb.Numerics;
using Hebb.Report.Rules;

namespace Hebb.Tests.Agents;

public sealed class PolicyPartsTests
{
    [Fact]
    public void Softmax_is_a_distribution_that_a_common_shift_leaves_alone() =>
        Gen.Double[-20, 20]
            .Array[1, 6]
            .Sample(logits =>
            {
                var probabilities = new double[logits.Length];
                var shifted = new double[logits.Length];
                CategoricalPolicy.Probabilities<double>(logits, probabilities);
                CategoricalPolicy.Probabilities<double>(logits.Select(logit => logit + 700).ToArray(), shifted);

                Assert.Equal(1, probabilities.Sum(), 1e-12);
                for (var action = 0; action < logits.Length; action++)
                {
                    Assert.Equal(probabilities[action], shifted[action], 1e-9);
                    Assert.Equal(
                        Math.Log(probabilities[action]),
                        CategoricalPolicy.LogProbability<double>(logits, action),
                        1e-9
                    );
                }
            });

    [Fact]
    public void Actions_are_drawn_as_often_as_their_probability_says()
    {
        var random = new Pcg64(1);
        var probabilities = new float[3];
        var counts = new int[3];
        for (var draw = 0; draw < 30_000; draw++)
        {
            counts[CategoricalPolicy.Sample<float>([0f, 1f, 2f], random, probabilities)]++;
        }

        for (var action = 0; action < 3; action++)
        {
            Assert.Equal(probabilities[action], counts[action] / 30_000.0, 0.01);
        }
    }

    [Fact]
    public void An_impossible_action_is_never_drawn()
    {
        var random = new Pcg64(2);
        var probabilities = new float[2];
        for (var draw = 0; draw < 100_000; draw++)
        {
            Assert.Equal(0, CategoricalPolicy.Sample<float>([0f, -1e9f], random, probabilities));
        }
    }

    [Fact]
    public void Returns_are_discounted_and_standardised_by_hand()
    {
        var returns = new double[2];

        DiscountedReturns.Standardised<double>([1, 2], 0.5, returns);

        // Returns 2 and 2: no spread, so only the guard against division by zero is left.
        Assert.Equal([0, 0], returns);

        DiscountedReturns.Standardised<double>([1, 1], 1, returns);

        // Returns 2 and 1, mean 1.5, deviation sqrt(1/2).
        Assert.Equal(0.5 / (Math.Sqrt(0.5) + Math.Pow(2, -23)), returns[0], 1e-15);
        Assert.Equal(-returns[0], returns[1], 1e-15);
    }

    [Fact]
    public void An_episode_of_one_step_has_no_spread()
    {
        double[] returns = [5];

        DiscountedReturns.Standardised<double>([1], 0.99, returns);

        Assert.Equal(0, returns[0]);
    }

    [Fact]
    public void Greedy_takes_the_first_of_equals()
    {
        Assert.Equal(0, GreedyPolicy.Best<float>([1, 1]));
        Assert.Equal(2, GreedyPolicy.Best<float>([1, 0, 3]));
    }

    [Fact]
    public void Replay_overwrites_the_oldest()
    {
        var memory = new ReplayMemory<double>(1, 2);
        memory.Add([1], 0, 10, end: false, [1.5f]);
        Assert.Equal(1, memory.Count);
        memory.Add([2], 1, 20, end: true, [2.5f]);
        memory.Add([3], 1, 30, end: false, [3.5f]);

        Assert.Equal(3, memory.Added);
        Assert.Equal(2, memory.Count);
        Assert.Equal(3, memory.State(0)[0]);
        Assert.Equal(3.5, memory.NextState(0)[0]);
        Assert.Equal(30, memory.Reward(0));
        Assert.Equal(1, memory.Action(0));
        Assert.False(memory.End(0));
        Assert.True(memory.End(1));
    }

    [Fact]
    public void The_streams_of_a_run_are_apart()
    {
        ulong[] first =
        [
            RandomStreams.Initialization(1).NextUInt64(),
            RandomStreams.Policy(1).NextUInt64(),
            RandomStreams.Replay(1).NextUInt64(),
            new Pcg64(1).NextUInt64(),
            RandomStreams.Policy(2).NextUInt64(),
        ];

        Assert.Distinct(first);
    }

    [Fact]
    public void Rows_survive_growth()
    {
        var rows = new RowStore<float>(2, capacity: 1);
        for (var row = 0; row < 5; row++)
        {
            rows.Add([row, -row]);
        }

        Assert.Equal([0, 0, 1, -1, 2, -2, 3, -3, 4, -4], rows.Rows.ToArray());
        rows.Clear();
        Assert.Equal(0, rows.Count);
    }
}
