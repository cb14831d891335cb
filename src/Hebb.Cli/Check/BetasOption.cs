using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hebb.Lab.Studies.Gradients;

namespace Hebb.Cli.Check;

/// <summary>The option <c>--betas</c>: nudging strengths, separated by commas.</summary>
internal static class BetasOption
{
    private const double Largest = 10;

    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="name">Its name, with the two hyphens.</param>
    /// <param name="standard">What is meant where it is not given.</param>
    public static Option<ImmutableArray<double>?> Create(string name, IEnumerable<double> standard) =>
        new(name)
        {
            Description =
                $"The nudging strengths, separated by commas, {Needed}; for an order they have to reach down to 0.01. "
                + $"[default: {Text(standard)}]",
            HelpName = "X,Y,Z",
            CustomParser = result => Parse(result, name),
        };

    /// <summary>Strengths as the option takes them.</summary>
    /// <param name="betas">The strengths.</param>
    public static string Text(IEnumerable<double> betas) =>
        string.Join(',', betas.Select(beta => beta.ToString(CultureInfo.InvariantCulture)));

    private static string Needed =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"at least {OrderFit.FewestPoints} numbers above 0 and at most {Largest}"
        );

    // From the largest down: the order on the command line means nothing.
    private static ImmutableArray<double>? Parse(ArgumentResult result, string name)
    {
        var given = result.Tokens[0].Value;
        var betas = new SortedSet<double>();
        foreach (var word in given.Split(',', StringSplitOptions.TrimEntries))
        {
            var isNumber = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var beta);
            var error =
                !isNumber || !(beta is > 0 and <= Largest) ? $"'{word}' is not possible; {Needed} are needed"
                : !betas.Add(beta) ? $"{word} is given twice; once is needed"
                : null;
            if (error is not null)
            {
                result.AddError($"{name} {given}: {error}");
                return null;
            }
        }

        if (betas.Count < OrderFit.FewestPoints)
        {
            result.AddError($"{name} {given}: {Needed} are needed");
            return null;
        }

        return [.. betas.Reverse()];
    }
}
