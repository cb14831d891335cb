using System.CommandLine.Parsing;

namespace Hebb.Cli.Supervised;

/// <summary>The option <c>--hidden</c>: the sizes of the hidden layers, separated by commas.</summary>
internal static class HiddenOption
{
    private const int MostUnits = 100_000;
    private const int MostLayers = 32;

    private static readonly ImmutableArray<int> Standard = [512];

    /// <summary>Makes the option.</summary>
    public static Option<ImmutableArray<int>> Create() =>
        new("--hidden")
        {
            Description = "The units of each hidden layer, from the input on, separated by commas.",
            HelpName = "N,N",
            DefaultValueFactory = _ => Standard,
            CustomParser = Parse,
        };

    private static ImmutableArray<int> Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        var texts = given.Split(',', StringSplitOptions.TrimEntries);
        var sizes = ImmutableArray.CreateBuilder<int>();
        foreach (var text in texts)
        {
            if (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && size is >= 1 and <= MostUnits
            )
            {
                sizes.Add(size);
            }
        }

        if (sizes.Count == texts.Length && texts.Length <= MostLayers)
        {
            return sizes.ToImmutable();
        }

        result.AddError(
            $"--hidden '{given}': from 1 to {MostLayers} whole numbers from 1 to {MostUnits}, separated by commas, are needed"
        );
        return Standard;
    }
}
