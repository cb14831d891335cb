using System.CommandLine.Parsing;
using Hebb.Naming;

namespace Hebb.Cli.Options;

/// <summary>Options that take names of a catalogue, separated by commas.</summary>
internal static class NamesOption
{
    /// <summary>Makes such an option; where it is not given its value is null, and all are meant.</summary>
    /// <param name="noun">What the names are of, in the singular, such as <c>method</c>.</param>
    /// <param name="names">The names, in the order of the catalogue.</param>
    public static Option<ImmutableArray<string>?> Create(
        string name,
        string noun,
        string plural,
        ImmutableArray<string> names
    ) =>
        new Option<ImmutableArray<string>?>(name)
        {
            Description = $"The {plural}, separated by commas, of: {string.Join(", ", names)}. [default: all]",
            HelpName = "A,B",
            CustomParser = result => Parse(result, name, noun, names),
        }.CompletedByList(names);

    // The ones named, in the order of the catalogue: the order on the command line means nothing.
    private static ImmutableArray<string>? Parse(
        ArgumentResult result,
        string option,
        string noun,
        ImmutableArray<string> names
    )
    {
        var given = result.Tokens[0].Value;
        var known = string.Join(", ", names);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in given.Split(',', StringSplitOptions.TrimEntries))
        {
            var name = names.FirstOrDefault(one => string.Equals(one, word, StringComparison.OrdinalIgnoreCase), word);
            var error =
                name.Length == 0 ? $"{option} '{given}': a name is empty; known are {known}"
                : !names.Contains(name, StringComparer.Ordinal)
                    ? $"{option} {name}: no such {noun}; {NearestName.Unknown(name, names)}"
                : !chosen.Add(name) ? $"{option} {given}: {name} is named twice; once is needed"
                : null;
            if (error is not null)
            {
                result.AddError(error);
                return null;
            }
        }

        return [.. names.Where(chosen.Contains)];
    }
}
