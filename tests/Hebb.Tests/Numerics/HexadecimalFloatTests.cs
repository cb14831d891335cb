using CsCheck;
using Hebb.Numerics;

namespace Hebb.Tests.Numerics;

public sealed class HexadecimalFloatTests
{
    // Python: float.hex()
    [Theory]
    [InlineData(0.0, "0x0.0p+0")]
    [InlineData(-0.0, "-0x0.0p+0")]
    [InlineData(1.0, "0x1.0000000000000p+0")]
    [InlineData(-0.5, "-0x1.0000000000000p-1")]
    [InlineData(0.1, "0x1.999999999999ap-4")]
    [InlineData(1.0 / 3, "0x1.5555555555555p-2")]
    [InlineData(0.1f, "0x1.99999a0000000p-4")]
    [InlineData(1e-45f, "0x1.0000000000000p-149")]
    [InlineData(5e-324, "0x0.0000000000001p-1022")]
    [InlineData(-1e-310, "-0x0.012688b70e62bp-1022")]
    [InlineData(2.2250738585072014e-308, "0x1.0000000000000p-1022")]
    [InlineData(double.MaxValue, "0x1.fffffffffffffp+1023")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(double.NaN, "nan")]
    public void Text_is_pythons(double value, string text)
    {
        Assert.Equal(text, HexadecimalFloat.Format(value));
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(value),
            BitConverter.DoubleToInt64Bits(HexadecimalFloat.Parse(text))
        );
    }

    [Fact]
    public void Every_bit_pattern_survives_the_round_trip() =>
        Gen.ULong.Sample(bits =>
        {
            var value = BitConverter.UInt64BitsToDouble(bits);
            var read = HexadecimalFloat.Parse(HexadecimalFloat.Format(value));
            return double.IsNaN(value) ? double.IsNaN(read) : BitConverter.DoubleToUInt64Bits(read) == bits;
        });

    [Fact]
    public void Every_single_precision_bit_pattern_survives_the_round_trip() =>
        Gen.UInt.Sample(bits =>
        {
            var value = BitConverter.UInt32BitsToSingle(bits);
            var read = (float)HexadecimalFloat.Parse(HexadecimalFloat.Format(value));
            return float.IsNaN(value) ? float.IsNaN(read) : BitConverter.SingleToUInt32Bits(read) == bits;
        });

    [Fact]
    public void Fewer_digits_are_read_as_if_zeros_followed() => Assert.Equal(1.5, HexadecimalFloat.Parse("0x1.8p+0"));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1.5")]
    [InlineData("0x1p+0")]
    [InlineData("0x2.0p+0")]
    [InlineData("0x1.p+0")]
    [InlineData("0x1.8")]
    [InlineData("0x1.8p")]
    [InlineData("0x1.8p1.5")]
    [InlineData("0x1.gp+0")]
    [InlineData("0x1.00000000000000p+0")]
    [InlineData("0x1.8p+1024")]
    [InlineData("0x1.8p-1023")]
    [InlineData("0x0.8p+0")]
    [InlineData("--0x1.8p+0")]
    public void Malformed_text_is_refused_and_named(string text)
    {
        var exception = Assert.Throws<FormatException>(() => HexadecimalFloat.Parse(text));
        Assert.Contains($"'{text}'", exception.Message, StringComparison.Ordinal);
    }
}
