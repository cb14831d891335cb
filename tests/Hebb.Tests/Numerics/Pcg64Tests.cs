using System.Globalization;
using CsCheck;
using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

public sealed class Pcg64Tests
{
    public static TheoryData<string> Lines => [.. GoldenText.Lines("pcg64.txt").Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Seed_gives_numpys_state_and_increment(string line)
    {
        var generator = new Pcg64(GoldenText.Decimal(line, "seed"));
        Assert.Equal(GoldenText.Hexadecimal(line, "pcg state"), generator.State);
        Assert.Equal(GoldenText.Hexadecimal(line, "inc"), generator.Increment);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Raw_numbers_are_numpys(string line)
    {
        var generator = new Pcg64(GoldenText.Decimal(line, "seed"));
        foreach (var expected in GoldenText.List(line, 1))
        {
            Assert.Equal(GoldenText.ParseHexadecimal(expected), generator.NextUInt64());
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Uniform_numbers_are_numpys(string line)
    {
        var generator = new Pcg64(GoldenText.Decimal(line, "seed"));
        foreach (var expected in GoldenText.Doubles(line, 2))
        {
            Assert.Equal(expected, generator.NextUniform(-0.05, 0.05));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Integers_are_numpys(string line)
    {
        var generator = new Pcg64(GoldenText.Decimal(line, "seed"));
        foreach (var expected in GoldenText.List(line, 3))
        {
            Assert.Equal(int.Parse(expected, CultureInfo.InvariantCulture), generator.NextInteger(2));
        }
    }

    [Fact]
    public void Half_words_wait_while_whole_ones_are_drawn()
    {
        // numpy: default_rng(7), integers of these upper ends, one random(), five integers(5), one random_raw().
        var generator = new Pcg64(7);
        int[] uppers = [3, 10, 1000, 1, int.MaxValue, 2, 7, 1500000000];
        Assert.Equal([2, 6, 684, 0, 1926751965, 1, 5, 1250476532], uppers.Select(generator.NextInteger));
        Assert.Equal(HexadecimalFloat.Parse("0x1.335eca6438dd4p-2"), generator.NextDouble());
        Assert.Equal([1, 1, 4, 4, 0], Enumerable.Range(0, 5).Select(_ => generator.NextInteger(5)));
        Assert.Equal(0xd23c068f7ff206ddUL, generator.NextUInt64());
    }

    [Fact]
    public void Half_words_come_low_half_first()
    {
        var generator = new Pcg64(7);
        uint[] expected = [4058335883, 2684764585, 2938530453, 3853503932, 2483747170];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(_ => generator.NextUInt32()));
    }

    [Fact]
    public void Rejected_integers_are_those_that_numpy_rejects()
    {
        // numpy: 2000 integers(1500000000) of default_rng(11); nearly a third of the draws are rejected.
        var generator = new Pcg64(11);
        var drawn = Enumerable.Range(0, 2000).Select(_ => generator.NextInteger(1500000000)).ToArray();
        Assert.Equal(1489484957840, drawn.Sum(value => (long)value));
        Assert.Equal(45435787, drawn[^1]);
        Assert.Equal(GoldenText.ParseHexadecimal("0x52d1add295f7e634b8246fc3c0e79a25"), generator.State);
    }

    [Fact]
    public void Integers_lie_below_their_upper_end() =>
        Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue])
            .Sample((seed, upper) => new Pcg64(seed).NextInteger(upper) is var value && value >= 0 && value < upper);

    [Fact]
    public void Uniform_numbers_lie_in_the_half_open_unit_interval() =>
        Gen.ULong.Sample(seed => new Pcg64(seed).NextDouble() is >= 0 and < 1);

    [Fact]
    public void Gaussian_numbers_have_the_moments_of_the_standard_normal_distribution()
    {
        const int Count = 200_000;
        var generator = new Pcg64(1);
        var drawn = Enumerable.Range(0, Count).Select(_ => generator.NextGaussian()).ToArray();

        // Five standard errors of each moment: 1, sqrt 2, sqrt 15 and sqrt 96 over sqrt Count.
        var error = 5 / Math.Sqrt(Count);
        Assert.Equal(0, drawn.Average(), error);
        Assert.Equal(1, drawn.Average(value => value * value), error * Math.Sqrt(2));
        Assert.Equal(0, drawn.Average(value => value * value * value), error * Math.Sqrt(15));
        Assert.Equal(3, drawn.Average(value => value * value * value * value), error * Math.Sqrt(96));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Upper_end_below_one_is_refused(int upper) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pcg64(0).NextInteger(upper));
}
