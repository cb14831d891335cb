namespace Hebb.Cli.Options;

/// <summary>The option <c>--seed</c>: one seed.</summary>
internal static class SeedOption
{
    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="description">What is drawn from it, for the help.</param>
    public static Option<ulong?> Create(string description) =>
        new("--seed")
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (ulong.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
                {
                    return seed;
                }

                result.AddError($"--seed '{given}': a whole number from 0 to {ulong.MaxValue} is needed");
                return null;
            },
        };
}
