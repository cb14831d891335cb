using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Networks.Topology;
using Hebb.Supervised;

namespace Hebb.Lab.Configurations;

/// <summary>All that a run of supervised training depends on but its seed and the numbers of its examples.</summary>
public sealed class SupervisedConfiguration : RunConfiguration
{
    /// <summary>What records name as the agent of such runs, and the name of the experiment where it has no other.</summary>
    public const string StandardName = "supervised";

    /// <summary>A configuration of possible settings.</summary>
    /// <param name="name">The name of its runs; fit for a folder.</param>
    /// <param name="catalogues">All that it can name; null for what is part of the library.</param>
    public SupervisedConfiguration(
        SupervisedSettings settings,
        string name = StandardName,
        CatalogueSet? catalogues = null
    )
        : this(settings, name, catalogues ?? CatalogueSet.Standard, WrittenWith(settings, catalogues)) { }

    private SupervisedConfiguration(
        SupervisedSettings settings,
        string name,
        CatalogueSet catalogues,
        JsonObject written
    )
        : base(
            catalogues,
            name,
            new JsonObject { [ConfigurationJson.Name] = name, [ConfigurationJson.Supervised] = written.DeepClone() },
            new JsonObject { [ConfigurationJson.Supervised] = written }
        )
    {
        Settings = settings;
    }

    /// <summary>The settings.</summary>
    public SupervisedSettings Settings { get; }

    /// <inheritdoc/>
    public override string Length =>
        FormattableString.Invariant($"{Settings.Epochs} {(Settings.Epochs == 1 ? "epoch" : "epochs")}");

    /// <summary>Reads a configuration.</summary>
    /// <param name="head">What is given with all overrides but those of the settings themselves.</param>
    /// <param name="overrides">Those, by their paths, the later over the earlier.</param>
    /// <param name="catalogues">All that it can name.</param>
    /// <exception cref="SettingException">It is none that is possible.</exception>
    internal static SupervisedConfiguration Read(
        JsonObject head,
        IReadOnlyList<(string Path, JsonNode? Value)> overrides,
        CatalogueSet catalogues
    )
    {
        foreach ((var name, _) in head)
        {
            if (name is not (ConfigurationJson.Name or ConfigurationJson.Supervised))
            {
                throw new SettingException(
                    name,
                    $"it is of an agent in an environment; beside {ConfigurationJson.Supervised} only {ConfigurationJson.Name}, {ConfigurationJson.Seeds} and {ConfigurationJson.Sweep} are possible"
                );
            }
        }

        var file = new SettingsFile(catalogues);
        var settings = Overrides.Apply(
            Overrides.Read(
                new SupervisedSettings(),
                head[ConfigurationJson.Supervised],
                ConfigurationJson.Supervised,
                file
            ),
            overrides,
            ConfigurationJson.Supervised,
            file
        );
        try
        {
            SupervisedModel.Require(settings);
        }
        catch (Exception refusal) when (refusal is ArgumentException or TopologyException)
        {
            throw SettingsFile.Refused(refusal, ConfigurationJson.Supervised);
        }

        return new SupervisedConfiguration(settings, ConfigurationReader.GivenName(head) ?? StandardName, catalogues);
    }

    private static JsonObject WrittenWith(SupervisedSettings settings, CatalogueSet? catalogues) =>
        new SettingsFile(catalogues ?? CatalogueSet.Standard).Write(settings);
}
