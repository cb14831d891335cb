using Hebb.Configurations;
using Hebb.Lab.Configurations.Settings;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>
/// Settings that are given by their paths over those of a file: first those that say what the others mean, the agent's name among
/// them, then the agent's own.
/// </summary>
internal static class Overrides
{
    private const string AgentName = "agent.name";
    private static readonly string[] Prefixes = ["agent.", "supervised."];
    private static readonly string[] Lengths = ["steps", "episodes"];

    /// <summary>What is given, with all overrides but those of the settings of what learns.</summary>
    /// <param name="given">What is given; it stays as it is.</param>
    public static JsonObject OfHead(JsonObject given, IReadOnlyList<(string Path, JsonNode? Value)> overrides)
    {
        var head = (JsonObject)given.DeepClone();
        foreach ((var path, JsonNode? value) in overrides)
        {
            if (OfLearner(path) is null)
            {
                Set(head, path, value);
            }
        }

        return head;
    }

    /// <summary>
    /// The path of a setting of what learns, within it: of the agent, or of supervised training. Null where it is another path.
    /// </summary>
    public static string? OfLearner(string path)
    {
        if (string.Equals(path, AgentName, StringComparison.Ordinal))
        {
            return null;
        }

        if (Array.Find(Prefixes, prefix => path.StartsWith(prefix, StringComparison.Ordinal)) is { } known)
        {
            return path[known.Length..];
        }

        // Whatever begins with no part of a configuration is meant of what learns.
        var first = path.Split('.')[0];
        return ConfigurationJson.OfExperiment.Contains(first, StringComparer.Ordinal) ? null : path;
    }

    /// <summary>Whether a path is of the configuration of a run, and not of seeds or of what an experiment varies.</summary>
    public static bool IsOfRun(string path) =>
        OfLearner(path) is not null || ConfigurationJson.OfRun.Contains(path.Split('.')[0], StringComparer.Ordinal);

    /// <summary>Settings of what learns with the overrides that are meant of it, possible one by one and together.</summary>
    /// <typeparam name="T">The type of the settings.</typeparam>
    /// <param name="overrides">The overrides; the later over the earlier.</param>
    /// <exception cref="SettingException">One is no setting, or none that is possible.</exception>
    public static T Apply<T>(
        T settings,
        IReadOnlyList<(string Path, JsonNode? Value)> overrides,
        string part,
        SettingsFile file
    )
        where T : class, ISettings
    {
        foreach ((var path, JsonNode? value) in overrides)
        {
            if (OfLearner(path) is { } inner)
            {
                RequirePart(path, part);
                settings = Apply(settings, inner, value, part, file);
            }
        }

        return file.Read(settings, given: null, part);
    }

    private static void RequirePart(string path, string part)
    {
        var isOfOther = Array.Exists(
            Prefixes,
            prefix =>
                path.StartsWith(prefix, StringComparison.Ordinal)
                && !path.StartsWith($"{part}.", StringComparison.Ordinal)
        );
        if (isOfOther)
        {
            throw new SettingException(path, $"the experiment has no such part; {part} is what learns in it");
        }
    }

    /// <summary>Sets a value at its full path; parts are made where they are missing.</summary>
    /// <exception cref="SettingException">A value stands where a part is needed.</exception>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        JsonObject part = root;
        for (var level = 0; level < names.Length - 1; level++)
        {
            if (!part.TryGetPropertyValue(names[level], out JsonNode? next))
            {
                part[names[level]] = next = new JsonObject();
            }

            part = SettingsFile.ObjectOf(next, string.Join('.', names[..(level + 1)]));
        }

        // A budget is one of steps or of episodes: the one in place of the other.
        if (names is [ConfigurationJson.Budget, _] && Lengths.Contains(names[1], StringComparer.Ordinal))
        {
            part.Clear();
        }

        part[names[^1]] = value?.DeepClone();
    }

    /// <summary>Settings with another value at every place that a path means, possible one by one.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="settings">The settings, which stay as they are.</param>
    /// <param name="path">The path, within the settings.</param>
    /// <exception cref="SettingException">The path means nothing, or the value is none that is possible.</exception>
    public static T Apply<T>(T settings, string path, JsonNode? value, string part, SettingsFile file)
        where T : class, ISettings
    {
        JsonObject written = file.Write(settings);
        string[] names = path.Split('.');
        if (LeadsIntoNothing(written, names))
        {
            // A part that there need not be comes with what is said of it.
            return file.ReadUnchecked(settings, Nested([.. names], value), part);
        }

        foreach (var place in SettingPath.Find(written, path, part))
        {
            settings = file.ReadUnchecked(settings, Nested(place, value), part);
        }

        return settings;
    }

    /// <summary>
    /// Settings as a file gives them, possible one by one. As in what is overridden, their paths may leave out levels: what is said of one
    /// place alone holds over what is said of several.
    /// </summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="standard">The others, which stay as they are.</param>
    /// <exception cref="SettingException">Something given is no setting, or none that is possible.</exception>
    public static T Read<T>(T standard, JsonNode? given, string part, SettingsFile file)
        where T : class, ISettings
    {
        var shortened = new List<(string Path, JsonNode? Value)>();
        T settings = file.ReadUnchecked(standard, given, part, shortened);
        if (shortened.Count == 0)
        {
            return settings;
        }

        foreach ((var path, JsonNode? value) in shortened.OrderBy(one => one.Path.Count(letter => letter == '.')))
        {
            settings = Apply(settings, path, value, part, file);
        }

        return file.ReadUnchecked(settings, given, part, shortened);
    }

    private static bool LeadsIntoNothing(JsonObject written, string[] names)
    {
        JsonObject? part = written;
        foreach (var name in names[..^1])
        {
            if (part is null || !part.TryGetPropertyValue(name, out JsonNode? next))
            {
                return false;
            }

            if (next is null)
            {
                return true;
            }

            part = next as JsonObject;
        }

        return false;
    }

    private static JsonObject Nested(ImmutableArray<string> place, JsonNode? value)
    {
        JsonNode? node = value?.DeepClone();
        for (var level = place.Length - 1; level >= 0; level--)
        {
            node = new JsonObject { [place[level]] = node };
        }

        return (JsonObject)node!;
    }

    /// <summary>A copy without the name.</summary>
    public static JsonObject WithoutName(JsonObject part)
    {
        var rest = (JsonObject)part.DeepClone();
        rest.Remove(ConfigurationJson.Name);
        return rest;
    }
}
