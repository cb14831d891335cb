namespace Hebb.Lab.Catalogue;

/// <summary>What a column says of a run: a number, or a text, or nothing.</summary>
/// <param name="Number">The number; null where it is none.</param>
/// <param name="Text">How it is shown; empty where there is nothing.</param>
public readonly record struct RunValue(double? Number, string Text)
{
    /// <summary>The whole number that it is, to its last digit: a double rounds those above 2^53. Null where it is none.</summary>
    public decimal? Whole { get; private init; }

    /// <summary>Nothing.</summary>
    public static RunValue None { get; } = new(null, "");

    /// <summary>Whether there is anything.</summary>
    public bool IsKnown => !string.IsNullOrEmpty(Text);

    /// <summary>Numbers by their size, then texts by their letters.</summary>
    public static IComparer<RunValue> Order { get; } =
        Comparer<RunValue>.Create(
            (one, other) =>
                (one.Number, other.Number) switch
                {
                    _ when one.Whole is { } own && other.Whole is { } its => own.CompareTo(its),
                    ({ } own, { } its) => own.CompareTo(its),
                    ({ }, null) => -1,
                    (null, { }) => 1,
                    _ => string.CompareOrdinal(one.Text, other.Text),
                }
        );

    /// <summary>A whole number.</summary>
    /// <param name="format">Its .NET format.</param>
    public static RunValue Of(decimal whole, string format) =>
        new((double)whole, whole.ToString(format, CultureInfo.InvariantCulture)) { Whole = whole };
}
