namespace Hebb.Settings;

/// <summary>Between which numbers a setting lies.</summary>
/// <param name="Minimum">The least number.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="ExcludesMinimum">Whether it lies above the least.</param>
/// <param name="ExcludesMaximum">Whether it lies below the greatest.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
public sealed record NumberRange(
    double Minimum,
    double Maximum,
    bool ExcludesMinimum,
    bool ExcludesMaximum,
    bool IsWhole
)
{
    // Below the ends of a long, which no double is.
    private const double MostWhole = 9e18;

    /// <summary>The range of a number type, within an attribute's.</summary>
    /// <param name="attribute">The attribute; null for the type's whole range, of which infinity is no part.</param>
    public static NumberRange Of(Type type, RangeAttribute? attribute)
    {
        var isWhole = type == typeof(int) || type == typeof(long);
        (var least, var greatest) =
            type == typeof(int) ? (int.MinValue, int.MaxValue)
            : type == typeof(long) ? (long.MinValue, long.MaxValue)
            : (-double.MaxValue, double.MaxValue);
        return attribute is null
            ? new NumberRange(least, greatest, false, false, isWhole)
            : new NumberRange(
                Convert.ToDouble(attribute.Minimum, CultureInfo.InvariantCulture),
                Convert.ToDouble(attribute.Maximum, CultureInfo.InvariantCulture),
                attribute.MinimumIsExclusive,
                attribute.MaximumIsExclusive,
                isWhole
            );
    }

    /// <summary>Whether there is a least number that is more than a limit of the number type.</summary>
    public bool HasMinimum => Minimum > (IsWhole ? -MostWhole : -float.MaxValue);

    /// <summary>Whether there is a greatest number that is more than a limit of the number type.</summary>
    public bool HasMaximum => Maximum < (IsWhole ? MostWhole : float.MaxValue);

    /// <summary>Whether infinity is among the numbers.</summary>
    public bool HasInfinity => double.IsPositiveInfinity(Maximum) && !ExcludesMaximum;

    /// <summary>What is needed, in words.</summary>
    public string Text =>
        (IsWhole ? "a whole number" : "a number") + Limits + (HasInfinity ? ", or \"infinity\" for none," : "");

    private string Limits =>
        (HasMinimum, HasMaximum) switch
        {
            (true, true) when !ExcludesMinimum => $" from {Word(Minimum)} to {Upper}",
            (true, true) => $" above {Word(Minimum)} and {(ExcludesMaximum ? "below" : "at most")} {Word(Maximum)}",
            (true, false) => ExcludesMinimum ? $" above {Word(Minimum)}" : $" of at least {Word(Minimum)}",
            (false, true) => ExcludesMaximum ? $" below {Word(Maximum)}" : $" of at most {Word(Maximum)}",
            _ => "",
        };

    private string Upper => (ExcludesMaximum ? "below " : "") + Word(Maximum);

    /// <summary>Whether a number lies within.</summary>
    public bool Contains(double number) =>
        (ExcludesMinimum ? number > Minimum : number >= Minimum)
        && (ExcludesMaximum ? number < Maximum : number <= Maximum);

    private static string Word(double number) => number.ToString(CultureInfo.InvariantCulture);
}
