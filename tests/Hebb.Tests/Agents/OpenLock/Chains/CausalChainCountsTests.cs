using Hebb.Agents.OpenLock.Chains;

namespace Hebb.Tests.Agents.OpenLock.Chains;

public sealed class CausalChainCountsTests
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 3_600)]
    [InlineData(3, 216_000)]
    [InlineData(4, 12_960_000)]
    [InlineData(5, 777_600_000)]
    [InlineData(6, 46_656_000_000)]
    public void Chains_explode_with_their_steps_and_what_is_held_of_them_does_not(int steps, long chains)
    {
        var counts = new CausalChainCounts(Positions: 7, Colours: 2, steps);
        Assert.Equal(chains, counts.Valid);
        Assert.Equal(60 * steps, counts.Factored);
    }

    [Theory]
    [InlineData(2, 8_000)]
    [InlineData(4, 46_656)]
    [InlineData(7, 216_000)]
    [InlineData(10, 592_704)]
    [InlineData(14, 1_560_896)]
    public void Chains_grow_with_the_positions(int positions, long chains) =>
        Assert.Equal(chains, new CausalChainCounts(positions, Colours: 2, Steps: 3).Valid);

    [Fact]
    public void What_is_seen_and_known_leaves_fewer()
    {
        var counts = new CausalChainCounts(Positions: 7, Colours: 2, Steps: 3);
        Assert.Equal(60, counts.Relations);
        Assert.Equal(32, counts.Preconditions);
        Assert.Equal(221_184_000, counts.Naive);
        Assert.Equal(216_000, counts.Valid);
        Assert.Equal(27_000, counts.AfterColours);
        Assert.Equal(3_375, counts.AfterVerbs);
    }
}
