namespace Hebb.Cli.Options;

/// <summary>Options that take a finite number of some kind, with an error that names them.</summary>
internal static class NumberOption
{
    /// <summary>Makes an option of a positive number.</summary>
    /// <param name="standard">The value where it is not given; null where that depends on something else.</param>
    /// <param name="high">The greatest; infinite where there is none.</param>
    public static Option<double?> Positive(
        string name,
        string description,
        double? standard,
        double high = double.PositiveInfinity
    )
    {
        var range = double.IsPositiveInfinity(high) ? "" : $"At most {Text(high)}";
        return Create(
            name,
            range.Length > 0 ? $"{description} {range}." : description,
            standard,
            "a positive number",
            value => value > 0 && value <= high,
            range.Length > 0 ? $". {range}" : ""
        );
    }

    /// <summary>Makes an option of a number between two others.</summary>
    public static Option<double?> Between(string name, string description, double standard, double low, double high)
    {
        var range = $"From {Text(low)} to {Text(high)}";
        return Create(
            name,
            $"{description} {range}.",
            standard,
            "a number",
            value => value >= low && value <= high,
            $". {range}"
        );
    }

    /// <summary>Makes an option of a number that is not 0.</summary>
    public static Option<double?> NotZero(string name, string description, double standard) =>
        Create(name, description, standard, "a number other than 0", value => value != 0);

    private static Option<double?> Create(
        string name,
        string description,
        double? standard,
        string kind,
        Func<double, bool> isOfKind,
        string range = ""
    )
    {
        Option<double?> option = ParsedOption.Create<double?>(
            name,
            description,
            "X",
            given =>
                double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value)
                && isOfKind(value)
                    ? value
                    : throw new FormatException($"{kind} is needed{range}")
        );
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    private static string Text(double number) =>
        number.ToString(number < 1e-3 ? "0e-0" : "R", CultureInfo.InvariantCulture);
}
