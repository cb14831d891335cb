using System.Globalization;
using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

public sealed class MersenneTwisterTests
{
    public static TheoryData<string> Lines => [.. GoldenText.Lines("gym0109_seed.txt").Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Hash_and_key_are_gyms(string line)
    {
        var hash = Gym0109Seeding.Hash(GoldenText.Decimal(line, "seed"));
        Assert.Equal(GoldenText.Decimal(line, "hash"), hash);

        var key = new uint[2];
        var length = Gym0109Seeding.WriteKey(hash, key);
        Assert.Equal(
            GoldenText.List(line, 0).Select(word => uint.Parse(word, CultureInfo.InvariantCulture)),
            key.Take(length)
        );
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Uniform_numbers_are_those_of_gyms_first_two_resets(string line)
    {
        IUniformSource generator = Gym0109Seeding.CreateGenerator(GoldenText.Decimal(line, "seed"));
        foreach (var expected in GoldenText.Doubles(line, 1).Concat(GoldenText.Doubles(line, 2)))
        {
            Assert.Equal(expected, generator.NextUniform(-0.05, 0.05));
        }
    }

    [Fact]
    public void Words_of_a_short_key_are_the_references()
    {
        // The first line of mt19937ar.out, the output of the authors' own program.
        var generator = new MersenneTwister(0x123, 0x234, 0x345, 0x456);
        uint[] expected = [1067595299, 955945823, 477289528, 4107218783, 4228976476];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(_ => generator.NextUInt32()));
    }

    [Fact]
    public void Numbers_are_numpys()
    {
        // numpy: RandomState([5]).random_sample(3)
        var shortKey = new MersenneTwister(5);
        Assert.Equal("0x1.3eecf89059360p-1", HexadecimalFloat.Format(shortKey.NextDouble()));
        Assert.Equal("0x1.7bcb8116f23eep-1", HexadecimalFloat.Format(shortKey.NextDouble()));
        Assert.Equal("0x1.97239c6c3047fp-1", HexadecimalFloat.Format(shortKey.NextDouble()));

        // numpy: RandomState(range(1, 701)).random_sample(2000)[-1]; the key is longer than the state.
        var longKey = new MersenneTwister([.. Enumerable.Range(1, 700).Select(word => (uint)word)]);
        var last = 0.0;
        for (var draw = 0; draw < 2000; draw++)
        {
            last = longKey.NextDouble();
        }

        Assert.Equal("0x1.926b7332a7248p-1", HexadecimalFloat.Format(last));
    }

    [Fact]
    public void Empty_key_is_refused() => Assert.Throws<ArgumentException>(() => new MersenneTwister());

    [Fact]
    public void Zero_word_at_the_high_end_of_a_hash_is_left_out()
    {
        var key = new uint[2];
        Assert.Equal(1, Gym0109Seeding.WriteKey(7, key));
        Assert.Equal(2, Gym0109Seeding.WriteKey(7UL << 32, key));
        Assert.Equal([0, 7], key);
    }
}
