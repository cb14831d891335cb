namespace Hebb.Cli.Options;

/// <summary>Options that take a whole number within bounds, with an error that names them.</summary>
internal static class WholeNumberOption
{
    /// <summary>Makes such an option.</summary>
    public static Option<long> Create(string name, string description, long standard, long low, long high)
    {
        Option<long> option = Make<long>(name, description, low, high, value => value);
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    /// <summary>Makes such an option whose value, where it is not given, depends on something else.</summary>
    public static Option<long?> CreateOptional(string name, string description, long low, long high) =>
        Make<long?>(name, description, low, high, value => value);

    private static Option<T> Make<T>(string name, string description, long low, long high, Func<long, T> convert) =>
        ParsedOption.Create(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{description} From {low} to {high}."),
            "N",
            given =>
                long.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= low
                && value <= high
                    ? convert(value)
                    : throw new FormatException($"a whole number from {low} to {high} is needed")
        );
}
