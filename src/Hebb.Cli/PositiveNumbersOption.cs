using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Hebb.Cli;

/// <summary>Options that take positive numbers, separated by commas, each once.</summary>
internal static class PositiveNumbersOption
{
    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="name">Its name, with the two hyphens.</param>
    /// <param name="description">What they are, without a full stop.</param>
    /// <param name="standard">What is meant where it is not given.</param>
    /// <param name="wholeNumbersTo">The largest of whole numbers from 1 on; null where any positive number will do.</param>
    public static Option<ImmutableArray<double>?> Create(
        string name,
        string description,
        IEnumerable<double> standard,
        int? wholeNumbersTo = null
    )
    {
        var needed = wholeNumbersTo is { } largest
            ? string.Create(CultureInfo.InvariantCulture, $"whole numbers from 1 to {largest}")
            : "positive numbers";
        var shown = string.Join(',', standard.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return new Option<ImmutableArray<double>?>(name)
        {
            Description = $"{description}: {needed}, separated by commas. [default: {shown}]",
            HelpName = "X,Y,Z",
            CustomParser = result => Parse(result, name, needed, wholeNumbersTo),
        };
    }

    private static ImmutableArray<double>? Parse(ArgumentResult result, string name, string needed, int? wholeNumbersTo)
    {
        var given = result.Tokens[0].Value;
        var numbers = new List<double>();
        foreach (var word in given.Split(',', StringSplitOptions.TrimEntries))
        {
            var isNumber = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
            var error =
                !isNumber || !IsPossible(number, wholeNumbersTo) ? $"'{word}' is not possible; {needed} are needed"
                : numbers.Contains(number) ? $"{word} is given twice; once is needed"
                : null;
            if (error is not null)
            {
                result.AddError($"{name} {given}: {error}");
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static bool IsPossible(double number, int? wholeNumbersTo) =>
        number > 0
        && double.IsFinite(number)
        && (wholeNumbersTo is not { } largest || (number <= largest && Math.Truncate(number).Equals(number)));
}
