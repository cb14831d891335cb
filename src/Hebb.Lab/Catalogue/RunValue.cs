namespace Hebb.Lab.Catalogue;

/// <summary>What a column says of a run: a number, or a text, or nothing.</summary>
/// <param name="Number">The number; null where it is none.</param>
/// <param name="Text">How it is shown; empty where there is nothing.</param>
public readonly record struct RunValue(double? Number, string Text)
{
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
                    ({ } own, { } its) => own.CompareTo(its),
                    ({ }, null) => -1,
                    (null, { }) => 1,
                    _ => string.CompareOrdinal(one.Text, other.Text),
                }
        );
}
