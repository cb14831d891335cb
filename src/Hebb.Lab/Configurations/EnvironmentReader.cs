using Hebb.Agents;
using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>Reads where a run learns: the environment's options first, as all else of it follows from them where it is left out.</summary>
internal sealed class EnvironmentReader(SettingsFile file)
{
    private static readonly string OptionsPath = SettingText.Join(
        ConfigurationJson.Environment,
        ConfigurationJson.Options
    );

    /// <summary>Reads it.</summary>
    /// <exception cref="SettingException">It is not possible.</exception>
    public EnvironmentSettings Read(AgentEntry agent, EnvironmentEntry entry, JsonObject given)
    {
        var rest = (JsonObject)given.DeepClone();
        rest.Remove(ConfigurationJson.Options);
        ConfigurationReader.RequireKnown(rest, Known(entry), ConfigurationJson.Environment);
        var options = OptionsOf(entry, given);
        return file.Read(EnvironmentSettings.Of(agent, entry, options), rest, ConfigurationJson.Environment);
    }

    private static string[] Known(EnvironmentEntry entry)
    {
        var names = SettingRecord.PropertiesOf(typeof(EnvironmentSettings)).Select(one => SettingText.Camel(one.Name));
        return entry.Options is null ? [.. names] : [.. names, ConfigurationJson.Options];
    }

    private ISettings? OptionsOf(EnvironmentEntry entry, JsonObject given)
    {
        var isGiven = given.TryGetPropertyValue(ConfigurationJson.Options, out JsonNode? node);
        if (entry.Options is not { } known)
        {
            return isGiven
                ? throw new SettingException(
                    OptionsPath,
                    $"{SettingText.Shown(node)}; {entry.Specification.Name} has no options"
                )
                : null;
        }

        if (!isGiven)
        {
            return known.Standard;
        }

        var options = file.Read(known.Standard, SettingsFile.ObjectOf(node, OptionsPath), OptionsPath);
        try
        {
            known.Create(options);
        }
        catch (ArgumentException refusal)
        {
            throw SettingsFile.Refused(refusal, OptionsPath);
        }

        return options;
    }
}
