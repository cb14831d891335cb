namespace Hebb.Cli.Options;

/// <summary>Options that take one of some names, with an error that lists them.</summary>
internal static class ChoiceOption
{
    /// <summary>Makes such an option.</summary>
    /// <param name="standard">The name where it is not given.</param>
    public static Option<string> Create(
        string name,
        string description,
        IReadOnlyList<string> known,
        string standard
    ) =>
        new(name)
        {
            Description = $"{description}: {string.Join(", ", known)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (known.Contains(given, StringComparer.Ordinal))
                {
                    return given;
                }

                result.AddError($"{name} '{given}': one of {string.Join(", ", known)} is needed");
                return standard;
            },
        };

    /// <summary>Makes such an option, without a value where it is not given.</summary>
    public static Option<string?> CreateOptional(string name, string description, IReadOnlyList<string> known) =>
        new(name)
        {
            Description = $"{description}: {string.Join(", ", known)}.",
            HelpName = "NAME",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (!known.Contains(given, StringComparer.Ordinal))
                {
                    result.AddError($"{name} '{given}': one of {string.Join(", ", known)} is needed");
                }

                return given;
            },
        };
}
