using Hebb.Environments;
using Hebb.Environments.Memory;
using Hebb.Environments.Memory.Options;

namespace Hebb.Tests.Environments.Memory;

public sealed class DeepSeaTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(100)]
    public void The_way_to_the_right_leads_to_the_treasure(int size)
    {
        var settings = new DeepSeaSettings { Size = size };
        var sea = new DeepSea(settings);
        IEnvironment environment = MemoryPlay.Create("DeepSea-v0", settings);
        MemoryPlay.Episode right = MemoryPlay.Play(
            environment,
            1,
            (observation, step) =>
            {
                Assert.Equal((step * size) + step, Array.IndexOf(observation, 1f));
                Assert.Equal(1, observation.Sum());
                return sea.RightAction(step, step);
            }
        );
        Assert.Equal(0.99, right.Return, 1e-9);
        Assert.Equal((size, true), (right.Steps, right.Last.Terminated));
        MemoryPlay.Episode left = MemoryPlay.Play(environment, 1, (_, step) => 1 - sea.RightAction(step, 0));
        Assert.Equal((0, size), (left.Return, left.Steps));
    }

    [Fact]
    public void Nothing_is_observed_at_the_end()
    {
        var sea = new DeepSea(new DeepSeaSettings { Size = 2 });
        var observation = new float[4];
        sea.Reset(0, observation);
        Assert.Equal("1 0 0 0", MemoryPlay.Text(observation));
        Assert.Equal(
            [(-0.005, "0 0 0 1"), (0.995, "0 0 0 0")],
            MemoryPlay.Trace(sea, sea.RightAction(0, 0), sea.RightAction(1, 1))
        );
    }

    [Fact]
    public void Actions_are_drawn_for_each_cell_by_the_mapping_seed_alone()
    {
        int[] Mapping(int seed)
        {
            var sea = new DeepSea(new DeepSeaSettings { Size = 40, MappingSeed = seed });
            return [.. Enumerable.Range(0, 1600).Select(cell => sea.RightAction(cell / 40, cell % 40))];
        }

        Assert.Equal(Mapping(42), Mapping(42));
        Assert.InRange(Mapping(42).Sum(), 700, 900);
        Assert.InRange(Mapping(42).Zip(Mapping(43)).Count(pair => pair.First != pair.Second), 700, 900);
    }

    // Half of the steps go to the right and cost 0.01 / N; one way of 2^N ends at the treasure.
    [Fact]
    public void Chance_seldom_finds_the_treasure() =>
        Assert.InRange(
            MemoryPlay.RandomMean(MemoryPlay.Create("DeepSea-v0", new DeepSeaSettings { Size = 4 }), 5000),
            (1 / 16.0) - 0.005 - 0.015,
            (1 / 16.0) - 0.005 + 0.015
        );

    // All steps to the right succeed with probability (1 - 1/N)^(N - 1); the noise of the last row has mean 0.
    [Fact]
    public void A_stochastic_sea_drifts_and_its_rewards_are_noisy()
    {
        const int Size = 4;
        var settings = new DeepSeaSettings { Size = Size, IsStochastic = true };
        var sea = new DeepSea(settings);
        IEnvironment environment = MemoryPlay.Create("DeepSea-v0", settings);
        double[] returns =
        [
            .. Enumerable
                .Range(0, 4000)
                .Select(seed =>
                    MemoryPlay
                        .Play(
                            environment,
                            (ulong)seed,
                            (observation, _) =>
                            {
                                var cell = Array.IndexOf(observation, 1f);
                                return sea.RightAction(cell / Size, cell % Size);
                            }
                        )
                        .Return
                ),
        ];
        Assert.InRange(returns.Average(), Math.Pow(0.75, 3) - 0.01 - 0.06, Math.Pow(0.75, 3) - 0.01 + 0.06);
        Assert.InRange(returns.Max(), 3, 6);
        Assert.InRange(returns.Min(), -5, -1);
    }
}
