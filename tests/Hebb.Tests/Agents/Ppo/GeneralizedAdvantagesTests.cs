using CsCheck;
using Hebb.Agents.Ppo;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Ppo;

public sealed class GeneralizedAdvantagesTests
{
    private static readonly Gen<(int Environments, int Steps, ulong Seed, double Discount, double Lambda)> Cases =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 12], Gen.ULong, Gen.Double[0, 1], Gen.Double[0, 1]);

    [Fact]
    public void Advantages_are_the_sums_as_they_are_written() =>
        Cases.Sample(example =>
        {
            (var environments, var steps, var seed, var discount, var lambda) = example;
            var random = new Pcg64(seed);
            var count = environments * steps;
            var rewards = Numbers(random, count);
            var values = Numbers(random, count);
            var next = Numbers(random, count);
            var terminated = Flags(random, count);
            var truncated = Flags(random, count);
            var advantages = new double[count];
            GeneralizedAdvantages.Compute(
                rewards,
                values,
                next,
                terminated,
                truncated,
                environments,
                discount,
                lambda,
                advantages
            );
            for (var start = 0; start < count; start++)
            {
                // Eq. (16) of the paper, one term after another, up to the end of the episode or of the rollout.
                var expected = 0.0;
                var weight = 1.0;
                for (var step = start; step < count; step += environments)
                {
                    var after = terminated[step] ? 0 : discount * next[step];
                    expected += weight * (rewards[step] + after - values[step]);
                    weight *= discount * lambda;
                    if (terminated[step] || truncated[step])
                    {
                        break;
                    }
                }

                Assert.Equal(expected, advantages[start], 1e-9);
            }
        });

    [Theory]
    [InlineData(true, false, 1 - 3)]
    [InlineData(false, true, 1 + (0.5 * 10) - 3)]
    [InlineData(true, true, 1 - 3)]
    public void A_time_limit_keeps_the_value_of_the_last_state_and_an_end_has_none(
        bool terminated,
        bool truncated,
        double expected
    )
    {
        var advantages = new double[2];
        GeneralizedAdvantages.Compute(
            [1, 7],
            [3, 0],
            [10, 0],
            [terminated, true],
            [truncated, false],
            environments: 1,
            discount: 0.5,
            lambda: 1,
            advantages
        );
        Assert.Equal(expected, advantages[0], 1e-12);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            GeneralizedAdvantages.Compute(
                new double[3],
                new double[3],
                new double[3],
                new bool[3],
                new bool[3],
                2,
                1,
                1,
                new double[3]
            )
        );

    private static double[] Numbers(Pcg64 random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextUniform(-1, 1))];

    private static bool[] Flags(Pcg64 random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.2)];
}
