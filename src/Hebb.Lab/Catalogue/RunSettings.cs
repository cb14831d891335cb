using Hebb.Lab.Runs;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Catalogue;

/// <summary>The settings of a configuration by their dotted paths, such as <c>agent.actor.beta</c>.</summary>
public sealed class RunSettings
{
    private readonly Dictionary<string, SettingValue> _values = new(StringComparer.Ordinal);

    private RunSettings() { }

    /// <summary>The paths, in the order of the configuration; settings without a value are not among them.</summary>
    public IReadOnlyCollection<string> Paths => _values.Keys;

    /// <summary>The settings of a run; of a record without a configuration, what it says of agent, environment and budget.</summary>
    public static RunSettings Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var settings = new RunSettings();
        if (record.Configuration is { } configuration)
        {
            settings.Add("", configuration);
        }

        // A name tells people apart what is equal all the same.
        settings._values.Remove("name");
        if (record.Supervised is null)
        {
            settings._values.TryAdd("environment.name", new SettingValue(record.Environment));
            settings._values.TryAdd("agent.name", new SettingValue(record.Agent));
            settings.TryAdd("budget.steps", record.Steps);
            settings.TryAdd("budget.episodes", record.EpisodeBudget);
        }

        return settings;
    }

    /// <summary>The value of a setting; null where there is none.</summary>
    /// <param name="path">Its whole path.</param>
    public SettingValue? Find(string path) => _values.GetValueOrDefault(path);

    private void TryAdd(string path, long? number)
    {
        if (number is { } known)
        {
            _values.TryAdd(path, SettingValue.Of(known));
        }
    }

    private void Add(string prefix, JsonObject settings)
    {
        foreach ((var name, JsonNode? node) in settings)
        {
            if (node is JsonObject inner)
            {
                Add($"{prefix}{name}.", inner);
            }
            else if (SettingValue.Of(node) is { } value)
            {
                _values[prefix + name] = value;
            }
        }
    }
}
