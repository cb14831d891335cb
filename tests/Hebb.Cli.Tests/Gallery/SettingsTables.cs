using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Hebb.Catalogues;
using Hebb.Learning;

namespace Hebb.Cli.Tests.Gallery;

/// <summary>Tables of settings with their defaults, made of what the program itself says.</summary>
internal static class SettingsTables
{
    private const string Usual = "CartPole-v1";

    /// <summary>Every setting of an agent or estimator.</summary>
    /// <param name="name">Its name.</param>
    public static Task<string> Of(string name) =>
        CatalogueSet.Standard.Agents.Names.Contains(name, StringComparer.Ordinal) ? OfAgent(name) : OfEstimator(name);

    /// <summary>In which settings agents differ in one environment.</summary>
    /// <param name="names">Their names.</param>
    public static async Task<string> Differences(string[] names)
    {
        IReadOnlyDictionary<string, Setting>[] all = await Task.WhenAll(
            names.Select(name => AgentSettings(name, Usual))
        );
        IEnumerable<string> rows =
            from setting in all.SelectMany(settings => settings.Keys).Distinct(StringComparer.Ordinal)
            let values = all.Select(settings => settings.TryGetValue(setting, out Setting? one) ? one.Value : "-")
                .ToArray()
            where values.Distinct(StringComparer.Ordinal).Skip(1).Any()
            select $"| `{setting}` | {string.Join(" | ", values)} |";
        var table = string.Join('\n', rows);
        return table.Length == 0
            ? "Their settings are the same."
            : $"| setting | {string.Join(" | ", names.Select(name => $"`{name}`"))} |\n"
                + $"|---|{string.Concat(names.Select(_ => "---|"))}\n{table}";
    }

    private static async Task<string> OfAgent(string name)
    {
        var agent = CatalogueSet.Standard.Agents.Find(name);
        // OpenLock's rooms are a family with the same settings; of the memory tasks, which were not tuned for, two stand for all.
        string[] others =
        [
            .. CatalogueSet
                .Standard.EnvironmentsOf(agent)
                .Where(environment => environment != Usual)
                .Where(environment =>
                    environment.StartsWith("OpenLock", StringComparison.Ordinal)
                        ? environment == "OpenLock-CC4-v0"
                        : PlayedEnvironments.Has(environment)
                ),
        ];
        IReadOnlyDictionary<string, Setting> usual = await AgentSettings(name, Usual);
        if (usual.Count == 0)
        {
            return "It has no settings.";
        }

        (string Environment, IReadOnlyDictionary<string, Setting> Settings)[] elsewhere =
        [
            .. await Task.WhenAll(
                others.Select(async environment => (environment, await AgentSettings(name, environment)))
            ),
        ];
        var rows = usual.Select(setting =>
            (
                Names: $"`{setting.Key}`",
                Cells: $"{setting.Value.Value} | {Elsewhere(setting.Key, setting.Value.Value)} | {setting.Value.Meaning}"
            )
        );
        // Networks of one agent are mostly alike.
        IEnumerable<string> lines = rows.GroupBy(row => row.Cells, row => row.Names, StringComparer.Ordinal)
            .Select(alike => $"| {string.Join("<br>", alike)} | {alike.Key} |");
        return $"| setting | {Usual} | elsewhere | what it is |\n|---|---|---|---|\n{string.Join('\n', lines)}";

        string Elsewhere(string setting, string value) =>
            string.Join(
                "; ",
                elsewhere
                    .GroupBy(
                        other => other.Settings[setting].Value,
                        other => Short(other.Environment),
                        StringComparer.Ordinal
                    )
                    .Where(same => same.Key != value)
                    .Select(same => $"{string.Join(", ", same)}: {same.Key}")
            );
    }

    private static string Short(string environment) =>
        environment.Split('-')[0] switch
        {
            "CartPole" => environment,
            var family => family,
        };

    private static async Task<string> OfEstimator(string name)
    {
        EstimatorSettings settings = CatalogueSet.Standard.Estimators.Find(name);
        CommandResult schema = await CommandCall.Run("config", "schema");
        var described = JsonNode.Parse(schema.Output)!["$defs"]!
            .AsObject()
            .Select(definition => definition.Value!["properties"]?.AsObject())
            .First(properties => properties?["name"]?["enum"]?[0]?.GetValue<string>() == name)!;
        IEnumerable<string> rows =
            from setting in described
            where setting.Key != "name"
            let property = settings
                .GetType()
                .GetProperty(Capital(setting.Key), BindingFlags.Public | BindingFlags.Instance)
            let value = Convert.ToString(property.GetValue(settings), CultureInfo.InvariantCulture)
            select $"| `{setting.Key}` | {value} | {Range(setting.Value!.AsObject())} | {setting.Value!["description"]} |";
        var table = string.Join('\n', rows);
        return table.Length == 0
            ? "It has no settings of its own."
            : $"| setting | default | possible | what it is |\n|---|---|---|---|\n{table}";
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Range(JsonObject schema) =>
        string.Join(
            ", ",
            from limit in new[] { ("minimum", "at least"), ("exclusiveMinimum", "above"), ("maximum", "at most") }
            where schema.ContainsKey(limit.Item1)
            select $"{limit.Item2} {schema[limit.Item1]}"
        );

    private static async Task<IReadOnlyDictionary<string, Setting>> AgentSettings(string agent, string environment)
    {
        CommandResult file = await CommandCall.Run("config", "new", agent, "--env", environment);
        Assert.Equal(0, file.ExitCode);
        return CommentedSettings.Of(file.Output, "agent");
    }
}
