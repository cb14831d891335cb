namespace Hebb.Numerics;

/// <summary>
/// The exact text form of floating-point numbers, as Python's <c>float.hex()</c> writes them: a leading digit, 13
/// hexadecimal digits and a power of two, such as <c>0x1.c0cbca647ced0p-7</c>, <c>-0x0.0p+0</c>, <c>inf</c>, <c>nan</c>.
/// </summary>
/// <remarks>A float32 is written after widening to float64, which is exact.</remarks>
public static class HexadecimalFloat
{
    private const int FractionBits = 52;
    private const int FractionDigits = 13;
    private const int ExponentBias = 1023;
    private const int MinimumExponent = -1022;
    private const ulong FractionMask = (1UL << FractionBits) - 1;

    /// <summary>Writes a number.</summary>
    /// <param name="value">Any value; the payload and sign of a NaN are lost.</param>
    public static string Format(double value)
    {
        if (double.IsNaN(value))
        {
            return "nan";
        }

        var sign = double.IsNegative(value) ? "-" : "";
        if (double.IsInfinity(value))
        {
            return sign + "inf";
        }

        if (value == 0)
        {
            return sign + "0x0.0p+0";
        }

        var bits = BitConverter.DoubleToUInt64Bits(value);
        var fraction = bits & FractionMask;
        var biased = (int)(bits >> FractionBits) & 0x7ff;

        // Subnormal numbers keep the smallest exponent and a leading zero.
        var leading = biased == 0 ? 0 : 1;
        var exponent = biased == 0 ? MinimumExponent : biased - ExponentBias;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}0x{leading}.{fraction:x13}p{exponent:+0;-0}");
    }

    /// <summary>Reads a number that <see cref="Format"/> or Python's <c>float.hex()</c> wrote.</summary>
    /// <param name="text">The text: leading digit 0 or 1, at most 13 hexadecimal digits after the point, an exponent.</param>
    /// <exception cref="FormatException">The text has another form, or its number is not a float64.</exception>
    public static double Parse(ReadOnlySpan<char> text)
    {
        var negative = text.StartsWith('-');
        var magnitude = negative ? text[1..] : text;
        var value = magnitude switch
        {
            "inf" => double.PositiveInfinity,
            "nan" => double.NaN,
            _ => ParseFinite(magnitude, text),
        };
        return negative ? -value : value;
    }

    private static double ParseFinite(ReadOnlySpan<char> magnitude, ReadOnlySpan<char> text)
    {
        var point = magnitude.IndexOf('.');
        var mark = magnitude.IndexOf('p');
        if (point != 3 || mark <= point + 1 || mark > point + 1 + FractionDigits)
        {
            throw Malformed(text);
        }

        var digits = magnitude[(point + 1)..mark];
        if (
            magnitude[..point] is not ("0x0" or "0x1")
            || !ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var fraction)
            || !int.TryParse(
                magnitude[(mark + 1)..],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var exponent
            )
        )
        {
            throw Malformed(text);
        }

        fraction <<= 4 * (FractionDigits - digits.Length);
        return (magnitude[2], exponent) switch
        {
            ('0', _) when fraction == 0 => 0,
            ('0', MinimumExponent) => BitConverter.UInt64BitsToDouble(fraction),
            ('1', >= MinimumExponent and <= ExponentBias) => BitConverter.UInt64BitsToDouble(
                ((ulong)(exponent + ExponentBias) << FractionBits) | fraction
            ),
            _ => throw Malformed(text),
        };
    }

    private static FormatException Malformed(ReadOnlySpan<char> text) =>
        new($"'{text}' is not a hexadecimal float64; it should look like 0x1.c0cbca647ced0p-7, 0x0.0p+0 or -inf.");
}
