using Hebb.Lab.Configurations.Settings;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Catalogue;

/// <summary>
/// Labels of configurations that say how they differ: the agent's name where there are several, and the settings that
/// differ, by the ends of their paths that mean nothing else.
/// </summary>
internal static class ConfigurationLabels
{
    /// <summary>A label for each, all of them different.</summary>
    public static string[] Of(IReadOnlyList<CataloguedRun> configurations)
    {
        var labels = new string[configurations.Count];
        var agents = configurations
            .Index()
            .GroupBy(one => (one.Item.Record.Agent, IsDescribed: one.Item.Record.Configuration is not null))
            .ToArray();
        foreach (var agent in agents)
        {
            // What differs from other agents is in the name; below it counts what differs among its own alone. Against one whose
            // settings are known, each setting of one whose are not would differ: what it was made for tells it apart.
            int[] places = [.. agent.Select(one => one.Index)];
            string[] settings = Differences([.. agent.Select(one => one.Item.Settings)]);
            var hasNamesake = agents.Any(other => other.Key.Agent == agent.Key.Agent && other.Key != agent.Key);
            foreach (var (place, text) in places.Zip(settings))
            {
                var name =
                    hasNamesake && !agent.Key.IsDescribed
                        ? $"{agent.Key.Agent} of {configurations[place].Record.Experiment}"
                        : agent.Key.Agent;
                labels[place] =
                    text.Length == 0 ? name
                    : agents.Length == 1 ? text
                    : $"{name} {text}";
            }
        }

        return Distinct(labels, configurations);
    }

    private static string[] Differences(RunSettings[] configurations)
    {
        string[] paths = [.. configurations.SelectMany(settings => settings.Paths).Distinct(StringComparer.Ordinal)];

        // Settings that vary together under one name, such as the beta of actor and critic, are listed once.
        var varying = paths
            .Where(path => Values(path, configurations).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .GroupBy(
                path =>
                    (
                        Name: path[(path.LastIndexOf('.') + 1)..],
                        Values: string.Join('\n', Values(path, configurations))
                    ),
                path => path
            )
            .Select(group => (Name: SettingPath.Shortest([.. group], paths), Path: group.First()))
            .ToArray();
        return Array.ConvertAll(
            configurations,
            settings =>
                string.Join(
                    ' ',
                    varying.Select(setting => $"{setting.Name}={Text(setting.Path, settings, configurations)}")
                )
        );
    }

    // Four digits of a number are enough for people, unless that makes two of them one.
    private static string Text(string path, RunSettings settings, RunSettings[] configurations)
    {
        if (settings.Find(path) is not { } value)
        {
            return "none";
        }

        var alike = configurations
            .Select(other => other.Find(path))
            .OfType<SettingValue>()
            .Where(other => other.Brief == value.Brief);
        return alike.All(other => other.Text == value.Text) ? value.Brief : value.Text;
    }

    private static IEnumerable<string> Values(string path, RunSettings[] configurations) =>
        configurations.Select(settings => settings.Find(path)?.Text ?? "");

    // Records without a configuration may differ in what they do not say: then the names of their folders tell them apart.
    private static string[] Distinct(string[] labels, IReadOnlyList<CataloguedRun> configurations)
    {
        var counts = labels.CountBy(label => label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. labels.Zip(
                configurations,
                (label, run) =>
                    counts[label] == 1 ? label : $"{label} ({(run.Record.Hash.Length > 0 ? run.Record.Hash : run.Key)})"
            ),
        ];
    }
}
