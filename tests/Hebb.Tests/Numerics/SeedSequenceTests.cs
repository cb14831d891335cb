using CsCheck;
using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

public sealed class SeedSequenceTests
{
    public static TheoryData<string> Lines => Pcg64Tests.Lines;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Words_are_numpys(string line)
    {
        var words = new ulong[4];
        new SeedSequence(GoldenText.Decimal(line, "seed")).GenerateState(words);
        Assert.Equal(GoldenText.List(line, 0).Select(GoldenText.ParseHexadecimal), words.Select(word => (UInt128)word));
    }

    [Fact]
    public void Single_words_are_numpys()
    {
        // numpy: SeedSequence(0x123456789abcdef0).generate_state(6)
        var words = new uint[6];
        new SeedSequence(0x123456789abcdef0).GenerateState(words);
        Assert.Equal([0x535c1b4c, 0x8ac3dd19, 0x18575690, 0x76e2344a, 0xbc11e2f1, 0xf271183b], words);
    }

    // numpy: generate_state(4, numpy.uint64) of SeedSequence(42).spawn(3), of its second child's third child, of the
    // second child of SeedSequence(2**63 + 5), and of SeedSequence(2**64 - 1).
    [Theory]
    [InlineData(42UL, new[] { 0 }, 0xdff6ed7da001c6a4, 0x4323988864d84a1f, 0x9c90dafb22be369b, 0x77fd4b767416fa91)]
    [InlineData(42UL, new[] { 1 }, 0x01dcb763f3e63cba, 0x6aee7dd615de6f6e, 0x3e2df752dbd3217f, 0x29d15a391cf7e717)]
    [InlineData(42UL, new[] { 2 }, 0xa102097a0de6c5ed, 0x957ebe91c9f23d3f, 0x7615a8ddb1cfb7e4, 0x535c93f339b18b5c)]
    [InlineData(42UL, new[] { 1, 2 }, 0xe0dac085eed83866, 0xb777ec54bc791727, 0x607765a8404b5285, 0xfb93bab06feb9b05)]
    [InlineData(
        0x8000000000000005,
        new[] { 1 },
        0x7d29859270037242,
        0x8e273a855eb6a61a,
        0x61250c1eebbf5e3e,
        0xa33edeac950948b5
    )]
    [InlineData(
        ulong.MaxValue,
        new int[0],
        0xaebca151928cad0d,
        0x119c30448638dc7a,
        0x1bbb155659e642a7,
        0xa76b11e3e8c4a8f6
    )]
    public void Children_are_numpys(ulong seed, int[] path, ulong w0, ulong w1, ulong w2, ulong w3)
    {
        var sequence = path.Aggregate(new SeedSequence(seed), (parent, index) => parent.Spawn(index));
        var words = new ulong[4];
        sequence.GenerateState(words);
        Assert.Equal([w0, w1, w2, w3], words);
        Assert.Equal(seed, sequence.Entropy);
        Assert.Equal(path.Select(index => (uint)index), sequence.SpawnKey);
    }

    [Fact]
    public void Double_words_are_pairs_of_words_low_half_first() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 100])
            .Sample(
                (seed, child) =>
                {
                    var sequence = new SeedSequence(seed).Spawn(child);
                    var words = new uint[12];
                    var doubleWords = new ulong[6];
                    sequence.GenerateState(words);
                    sequence.GenerateState(doubleWords);
                    return words.Chunk(2).Select(pair => ((ulong)pair[1] << 32) | pair[0]).SequenceEqual(doubleWords);
                }
            );

    [Fact]
    public void Negative_child_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeedSequence(1).Spawn(-1));
}
