namespace Hebb.Lab.Logs.Files;

/// <summary>
/// Numbers as the tables of a run hold them, in UTF-8: what the platform writes in the invariant culture, to the byte, in less time
/// where a number is of the kinds that tables are full of.
/// </summary>
internal static class DecimalText
{
    /// <summary>No number is longer than this: the largest, written out with six decimals.</summary>
    public const int LongestSeconds = 320;

    /// <summary>No number in its shortest form is longer than this.</summary>
    public const int LongestNumber = 32;

    // Whole numbers below are written without an exponent.
    private const double ExponentsFrom = 1e15;

    // Six decimals of a number below come from one product that is off by less than TieDoubt; the platform rounds what it has
    // rounded to 15 digits before, which makes as little.
    private const double LongSeconds = 1e6;
    private const int Decimals = 6;
    private const double Scale = 1e6;
    private const double TieDoubt = 0.01;

    /// <summary>Writes a number in the shortest form that is read back as it was.</summary>
    /// <returns>How many bytes.</returns>
    public static int Shortest(Span<byte> destination, double value)
    {
        var whole = (long)value;
        if (whole == value && Math.Abs(value) < ExponentsFrom && (whole != 0 || !double.IsNegative(value)))
        {
            return Whole(destination, whole);
        }

        value.TryFormat(destination, out var count, default, CultureInfo.InvariantCulture);
        return count;
    }

    /// <summary>Writes a whole number.</summary>
    /// <returns>How many bytes.</returns>
    public static int Whole(Span<byte> destination, long value)
    {
        value.TryFormat(destination, out var count, default, CultureInfo.InvariantCulture);
        return count;
    }

    /// <summary>Writes a number with at most six decimals.</summary>
    /// <returns>How many bytes.</returns>
    public static int Microseconds(Span<byte> destination, double value)
    {
        var scaled = value * Scale;
        var floor = Math.Floor(scaled);
        if (!(value is >= 0 and < LongSeconds) || Math.Abs(scaled - floor - 0.5) < TieDoubt || double.IsNegative(value))
        {
            value.TryFormat(destination, out var written, "0.######", CultureInfo.InvariantCulture);
            return written;
        }

        var micros = (long)floor + (scaled - floor > 0.5 ? 1 : 0);
        (var seconds, var rest) = Math.DivRem(micros, (long)Scale);
        var count = Whole(destination, seconds);
        if (rest == 0)
        {
            return count;
        }

        destination[count] = (byte)'.';
        Span<byte> decimals = destination.Slice(count + 1, Decimals);
        for (var place = Decimals - 1; place >= 0; place--)
        {
            (rest, var digit) = Math.DivRem(rest, 10);
            decimals[place] = (byte)('0' + digit);
        }

        return count + 1 + decimals.TrimEnd((byte)'0').Length;
    }
}
