using System.CommandLine.Parsing;

namespace Hebb.Cli.Options;

/// <summary>Options that take numbers within bounds, separated by commas, each once.</summary>
internal static class NumbersOption
{
    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="description">What they are, without a full stop.</param>
    /// <param name="standard">What is meant where it is not given.</param>
    /// <param name="needed">What is needed, in words.</param>
    /// <param name="isPossible">Whether a finite number is possible.</param>
    /// <param name="fewest">How many there are at least.</param>
    public static Option<ImmutableArray<double>?> Create(
        string name,
        string description,
        IEnumerable<double> standard,
        string needed,
        Func<double, bool> isPossible,
        int fewest
    )
    {
        var shown = string.Join(',', standard.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return new Option<ImmutableArray<double>?>(name)
        {
            Description = $"{description}: {needed}, separated by commas. [default: {shown}]",
            HelpName = "X,Y,Z",
            CustomParser = result => Parse(result, name, needed, isPossible, fewest),
        };
    }

    private static ImmutableArray<double>? Parse(
        ArgumentResult result,
        string name,
        string needed,
        Func<double, bool> isPossible,
        int fewest
    )
    {
        var given = result.Tokens[0].Value;
        var numbers = new List<double>();
        foreach (var word in given.Split(',', StringSplitOptions.TrimEntries))
        {
            var isNumber = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
            var error =
                !isNumber || !double.IsFinite(number) || !isPossible(number)
                    ? $"'{word}' is not possible; {needed} are needed"
                : numbers.Contains(number) ? $"{word} is given twice; once is needed"
                : null;
            if (error is not null)
            {
                result.AddError($"{name} {given}: {error}");
                return null;
            }

            numbers.Add(number);
        }

        if (numbers.Count < fewest)
        {
            result.AddError($"{name} {given}: {needed} are needed");
            return null;
        }

        return [.. numbers];
    }
}
