using Hebb.Lab.Configurations;

namespace Hebb.Lab.Tests.Configurations;

public sealed class SeedSetTests
{
    [Theory]
    [InlineData("0..3", "0..3", new ulong[] { 0, 1, 2, 3 })]
    [InlineData("7", "7", new ulong[] { 7 })]
    [InlineData("7..7", "7", new ulong[] { 7 })]
    [InlineData("1,5,9", "1,5,9", new ulong[] { 1, 5, 9 })]
    [InlineData("9, 4..5, 6", "4..6,9", new ulong[] { 4, 5, 6, 9 })]
    [InlineData("1000000000000000000", "1000000000000000000", new ulong[] { 1_000_000_000_000_000_000 })]
    public void Numbers_and_ranges_are_read_and_written_in_the_shortest_way(string text, string shortest, ulong[] seeds)
    {
        var set = SeedSet.Parse(text);
        Assert.Equal(seeds, set.Values);
        Assert.Equal(seeds.Length, set.Count);
        Assert.Equal(shortest, set.ToString());
        Assert.Equal(set.Values, SeedSet.Parse(shortest).Values);
    }

    [Theory]
    [InlineData("", "seeds such as 0..19, 7 or 1,5,9 are needed")]
    [InlineData("1,", "seeds such as")]
    [InlineData("-1", "seeds such as")]
    [InlineData("0..", "seeds such as")]
    [InlineData("..3", "seeds such as")]
    [InlineData("1..2..3", "seeds such as")]
    [InlineData("1-3", "seeds such as")]
    [InlineData("0x1", "seeds such as")]
    [InlineData("1000000000000000001", "1000000000000000001 is above the greatest seed, 1000000000000000000")]
    [InlineData("99999999999999999999", "seeds such as")]
    [InlineData("3..1", "3..1 ends before it begins; 1..3 would be a range")]
    [InlineData("1,1", "1 is named twice; once is needed")]
    [InlineData("0..5,3", "3 is named twice; once is needed")]
    [InlineData("0..10000", "more than 10000 seeds; at most 10000 can be run")]
    [InlineData("0..1000000000000000000", "more than 10000 seeds")]
    [InlineData("0..9999,10000", "more than 10000 seeds")]
    public void Whatever_else_is_refused(string text, string expected) =>
        Assert.StartsWith(
            expected,
            Assert.Throws<FormatException>(() => SeedSet.Parse(text)).Message,
            StringComparison.Ordinal
        );
}
