using Hebb.Configurations;

namespace Hebb.Lab.Configurations.Sweeps;

/// <summary>Reads what a sweep varies, and combines it.</summary>
internal static class SweepAxes
{
    private static readonly ImmutableArray<(string Path, JsonNode? Value)> Nothing = [];

    /// <summary>The values of each setting of a grid.</summary>
    /// <param name="node">The grid; null where there is none.</param>
    public static ImmutableArray<(string Path, ImmutableArray<JsonNode?> Values)> Grid(JsonNode? node, string path) =>
        node is null
            ? []
            :
            [
                .. SettingsFile
                    .ObjectOf(node, path)
                    .Select(axis => (PathOf(axis.Key, path), ValuesOf(axis.Value, SettingText.Join(path, axis.Key)))),
            ];

    /// <summary>The items of a list, each some settings.</summary>
    /// <param name="node">The list; null where there is none.</param>
    public static ImmutableArray<ImmutableArray<(string Path, JsonNode? Value)>> List(JsonNode? node, string path) =>
        node is null
            ? []
            :
            [
                .. ValuesOf(node, path)
                    .Select(
                        (item, place) =>
                            SettingsFile
                                .ObjectOf(item, $"{path}[{place}]")
                                .Select(value => (PathOf(value.Key, $"{path}[{place}]"), value.Value))
                                .ToImmutableArray()
                    ),
            ];

    /// <summary>What random settings are drawn from, in the order of their paths: that of the file changes no draw.</summary>
    /// <param name="node">The settings; null where there are none.</param>
    public static ImmutableArray<(string Path, Distribution Distribution)> Random(JsonNode? node, string path) =>
        node is null
            ? []
            :
            [
                .. SettingsFile
                    .ObjectOf(node, path)
                    .OrderBy(axis => axis.Key, StringComparer.Ordinal)
                    .Select(axis =>
                        (PathOf(axis.Key, path), Distribution.Read(axis.Value, SettingText.Join(path, axis.Key)))
                    ),
            ];

    /// <summary>Every combination of a grid with each item of a list; the list goes fastest, then the last axis of the grid.</summary>
    /// <exception cref="SettingException">There are too many, or a setting is varied by both.</exception>
    public static ImmutableArray<ImmutableArray<(string Path, JsonNode? Value)>> Combined(
        ImmutableArray<(string Path, ImmutableArray<JsonNode?> Values)> grid,
        ImmutableArray<ImmutableArray<(string Path, JsonNode? Value)>> list,
        string path
    )
    {
        var count = grid.Aggregate(Math.Max(1.0, list.Length), (product, axis) => product * axis.Values.Length);
        if (count > SweepSpecification.MostTrials)
        {
            throw new SettingException(
                path,
                FormattableString.Invariant(
                    $"{count} combinations; at most {SweepSpecification.MostTrials} are possible"
                )
            );
        }

        foreach ((var name, _) in grid)
        {
            if (list.Any(item => item.Any(value => string.Equals(value.Path, name, StringComparison.Ordinal))))
            {
                throw new SettingException(path, $"{name} is varied by the grid and by the list; once is needed");
            }
        }

        IEnumerable<ImmutableArray<(string Path, JsonNode? Value)>> combinations = [Nothing];
        foreach ((var name, ImmutableArray<JsonNode?> values) in grid)
        {
            combinations = combinations.SelectMany(first => values.Select(value => first.Add((name, value)))).ToList();
        }

        return
        [
            .. list.IsEmpty
                ? combinations
                : combinations.SelectMany(first => list.Select(item => first.AddRange(item))),
        ];
    }

    /// <summary>The values of a list, of which there must be one.</summary>
    public static ImmutableArray<JsonNode?> ValuesOf(JsonNode? node, string path) =>
        node is JsonArray { Count: > 0 } array
            ? [.. array]
            : throw new SettingException(path, $"{SettingText.Shown(node)}; a list of at least one value is needed");

    private static string PathOf(string path, string place) =>
        path.Split('.').All(name => name.Length > 0)
            ? path
            : throw new SettingException(
                place,
                $"'{path}'; the dotted path of a setting is needed, such as agent.beta"
            );
}
