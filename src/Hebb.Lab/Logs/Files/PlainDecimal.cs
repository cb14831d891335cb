namespace Hebb.Lab.Logs.Files;

/// <summary>
/// Reads the numbers that tables are full of, some digits and perhaps a point, exactly: both digits and power of ten are float64s
/// without rounding, so their quotient is the nearest one.
/// </summary>
internal static class PlainDecimal
{
    // 10^15 is below 2^53.
    private const int MostDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a number; false where it is written in another way, or is none.</summary>
    /// <param name="value">Receives it.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> rest = isNegative ? text[1..] : text;
        if (rest.Length is 0 or > MostDigits)
        {
            return false;
        }

        long digits = 0;
        var decimals = 0;
        var hasPoint = false;
        foreach (var letter in rest)
        {
            if (letter == (byte)'.' && !hasPoint)
            {
                hasPoint = true;
                continue;
            }

            var digit = letter - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            digits = (10 * digits) + digit;
            decimals += hasPoint ? 1 : 0;
        }

        // A point has digits on both sides.
        if (rest[0] == (byte)'.' || rest[^1] == (byte)'.')
        {
            return false;
        }

        var size = digits / PowersOfTen[decimals];
        value = isNegative ? -size : size;
        return true;
    }
}
