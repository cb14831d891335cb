using System.Text.RegularExpressions;

namespace Hebb.Architecture.Tests;

/// <summary>
/// The layers as docs/architecture.md draws them: the drawing is the law. Each subgraph of its Mermaid diagrams is a layer, lower ones
/// first, and each label of a node is the folder of a room.
/// </summary>
/// <param name="rooms">The namespaces of each layer, lower ones first.</param>
internal sealed partial class Layers(IReadOnlyList<IReadOnlyList<string>> rooms)
{
    private readonly Dictionary<string, int> _levels = rooms
        .SelectMany((layer, level) => layer.Select(room => (room, level)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The rooms that are drawn.</summary>
    public IReadOnlyCollection<string> Rooms => _levels.Keys;

    /// <summary>Reads the layers off the page.</summary>
    /// <param name="page">Its text.</param>
    public static Layers Parse(string page)
    {
        List<List<string>> layers = [];
        foreach (Match match in Drawn().Matches(page))
        {
            if (match.Groups["room"] is { Success: true } room)
            {
                layers[^1].Add(room.Value.Replace('/', '.'));
            }
            else
            {
                layers.Add([]);
            }
        }

        return new Layers(layers);
    }

    /// <summary>The arrows that do not go down.</summary>
    /// <param name="arrows">Which room refers to which.</param>
    /// <returns>A line for each.</returns>
    public IReadOnlyList<string> Against(IEnumerable<Arrow> arrows) =>
        [
            .. arrows
                .Where(arrow =>
                    _levels.GetValueOrDefault(arrow.From, -1) <= _levels.GetValueOrDefault(arrow.To, int.MaxValue)
                )
                .Select(arrow => $"{arrow.From} may not refer to {arrow.To}: {arrow.Example}"),
        ];

    [GeneratedRegex(
        """^\s*subgraph |\["(?<room>Hebb[^"]*)"\]""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Drawn();
}
