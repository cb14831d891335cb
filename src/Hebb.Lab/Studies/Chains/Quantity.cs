namespace Hebb.Lab.Studies.Chains;

/// <summary>Bytes and seconds as people read them: three digits and a unit.</summary>
internal static class Quantity
{
    private static readonly (double Size, string Unit)[] ByteUnits =
    [
        (1e15, "PB"),
        (1e12, "TB"),
        (1e9, "GB"),
        (1e6, "MB"),
        (1e3, "kB"),
        (1, "B"),
    ];

    private static readonly (double Size, string Unit)[] SecondUnits =
    [
        (1, "s"),
        (1e-3, "ms"),
        (1e-6, "µs"),
        (1e-9, "ns"),
    ];

    /// <summary>Bytes, in powers of a thousand, such as <c>4.67 GB</c>.</summary>
    public static string OfBytes(double bytes) => Text(bytes, ByteUnits);

    /// <summary>Seconds, such as <c>13.2 µs</c>.</summary>
    public static string OfSeconds(double seconds) => Text(seconds, SecondUnits);

    private static string Text(double amount, (double Size, string Unit)[] units)
    {
        // What rounds to a thousand of a unit is one of the next.
        const double Rounding = 0.9995;
        (double size, string unit) = Array.Find(units, one => Math.Abs(amount) >= one.Size * Rounding)
            is { Size: > 0 } found
            ? found
            : units[^1];
        var number = amount / size;
        var format =
            Math.Abs(number) < 9.995 ? "0.##"
            : Math.Abs(number) < 99.95 ? "0.#"
            : "0";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{number.ToString(format, CultureInfo.InvariantCulture)} {unit}"
        );
    }
}
