using Hebb.Naming;

namespace Hebb.Cli.Options;

/// <summary>Options that take one of some names, with an error that lists them.</summary>
internal static class ChoiceOption
{
    /// <summary>Makes such an option.</summary>
    /// <param name="standard">The name where it is not given.</param>
    public static Option<string> Create(string name, string description, IReadOnlyList<string> known, string standard)
    {
        Option<string> option = CreateOptional(name, description, known)!;
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    /// <summary>Makes such an option, without a value where it is not given.</summary>
    public static Option<string?> CreateOptional(string name, string description, IReadOnlyList<string> known)
    {
        var names = string.Join(", ", known);
        return ParsedOption
            .Create<string?>(
                name,
                $"{description}: {names}.",
                "NAME",
                given =>
                    known.FirstOrDefault(one => string.Equals(one, given, StringComparison.OrdinalIgnoreCase))
                    ?? throw new FormatException(
                        NearestName.Guess(given, known) is { } guess
                            ? $"did you mean {guess}? one of {names} is needed"
                            : $"one of {names} is needed"
                    )
            )
            .CompletedBy(known);
    }
}
