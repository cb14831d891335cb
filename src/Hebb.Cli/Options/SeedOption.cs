namespace Hebb.Cli.Options;

/// <summary>The option <c>--seed</c>: one seed.</summary>
internal static class SeedOption
{
    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="description">What is drawn from it, for the help.</param>
    public static Option<ulong?> Create(string description) =>
        ParsedOption.Create<ulong?>(
            "--seed",
            description,
            "N",
            given =>
                ulong.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                    ? seed
                    : throw new FormatException($"a whole number from 0 to {ulong.MaxValue} is needed")
        );
}
