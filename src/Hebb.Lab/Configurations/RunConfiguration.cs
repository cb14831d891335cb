using Hebb.Catalogues;
using Hebb.Configurations;

namespace Hebb.Lab.Configurations;

/// <summary>
/// All that a run depends on but its seed, with every setting: of an agent in an environment, or of supervised training. It does
/// not change.
/// </summary>
public abstract class RunConfiguration
{
    private readonly JsonObject _json;

    private protected RunConfiguration(CatalogueSet catalogues, string name, JsonObject json, JsonObject hashed)
    {
        Catalogues = catalogues;
        Name = name;
        _json = json;
        Hash = ConfigurationHash.Of(hashed);
    }

    /// <summary>What its names mean.</summary>
    public CatalogueSet Catalogues { get; }

    /// <summary>The name of its runs; fit for a folder.</summary>
    public string Name { get; }

    /// <summary>
    /// The first 12 hexadecimal digits of the SHA-256 of its JSON without the name and without options of the environment that are as
    /// usual: equal where all settings are equal.
    /// </summary>
    public string Hash { get; }

    /// <summary>The name of the folder of its runs.</summary>
    public string FolderName => $"{Name}-{Hash}";

    /// <summary>All of it as JSON, always in the same order; a copy that may be changed.</summary>
    public JsonObject Json => (JsonObject)_json.DeepClone();

    /// <summary>How long a run is, for people, such as <c>20000 steps</c>.</summary>
    public abstract string Length { get; }

    /// <summary>Reads a configuration, such as that in a <c>run.json</c>; what it leaves out is as tuned.</summary>
    /// <param name="catalogues">What its names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It is none; the message is a line that names the setting.</exception>
    public static RunConfiguration Read(JsonObject json, CatalogueSet? catalogues = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return new ConfigurationReader(catalogues ?? CatalogueSet.Standard).Read(json, []);
        }
        catch (SettingException exception)
        {
            throw new RecordException($"configuration: {exception.Message}", exception);
        }
    }
}
