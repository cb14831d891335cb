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
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} From {low} to {high}."),
            HelpName = "N",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (
                    long.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                    && value >= low
                    && value <= high
                )
                {
                    return convert(value);
                }

                result.AddError($"{name} '{given}': a whole number from {low} to {high} is needed");
                return convert(low);
            },
        };
}
