using System.CommandLine.Parsing;

namespace Hebb.Cli.Supervised;

/// <summary>The option <c>--hidden</c>: the sizes of the hidden layers, separated by commas.</summary>
internal static class HiddenOption
{
    private const int MostUnits = 100_000;
    private const int MostLayers = 32;

    /// <summary>Makes the option.</summary>
    /// <param name="standard">The sizes where it is not given.</param>
    public static Option<ImmutableArray<int>> Create(ImmutableArray<int> standard) =>
        new("--hidden")
        {
            Description = "The units of each hidden layer, from the input on, separated by commas.",
            HelpName = "N,N",
            DefaultValueFactory = _ => standard,
            CustomParser = Parse,
        };

    private static ImmutableArray<int> Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        ImmutableArray<int> sizes = [.. given.Split(',', StringSplitOptions.TrimEntries).Select(Size)];
        if (sizes.Length > MostLayers || !sizes.All(size => size is >= 1 and <= MostUnits))
        {
            result.AddError(
                $"--hidden '{given}': from 1 to {MostLayers} whole numbers from 1 to {MostUnits}, separated by commas, are needed"
            );
        }

        return sizes;
    }

    private static int Size(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;
}
