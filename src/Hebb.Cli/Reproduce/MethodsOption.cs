using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Hebb.Agents;

namespace Hebb.Cli.Reproduce;

/// <summary>The option <c>--methods</c>: names of the catalogue, separated by commas.</summary>
internal static class MethodsOption
{
    /// <summary>Makes the option.</summary>
    public static Option<ImmutableArray<string>?> Create() =>
        new("--methods")
        {
            Description = $"The methods, separated by commas, of: {Known}. [default: all]",
            HelpName = "A,B",
            CustomParser = Parse,
        };

    /// <summary>Every name, in the order of the catalogue: what is meant where the option is not given.</summary>
    public static IEnumerable<string> Names => ReportMethods.All.Select(method => method.Name);

    private static string Known => string.Join(", ", Names);

    // The methods named, in the order of the catalogue: the order on the command line means nothing.
    private static ImmutableArray<string>? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in given.Split(',', StringSplitOptions.TrimEntries))
        {
            var error =
                name.Length == 0 ? $"--methods '{given}': a name is empty; known are {Known}"
                : !Names.Contains(name, StringComparer.Ordinal) ? $"--methods {name}: no such method; known are {Known}"
                : !chosen.Add(name) ? $"--methods {given}: {name} is named twice; once is needed"
                : null;
            if (error is not null)
            {
                result.AddError(error);
                return null;
            }
        }

        return Names.Where(chosen.Contains).ToImmutableArray();
    }
}
