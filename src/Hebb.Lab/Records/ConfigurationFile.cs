using System.Text.Json.Serialization.Metadata;

namespace Hebb.Lab.Records;

/// <summary>The file of a configuration.</summary>
internal static class ConfigurationFile
{
    /// <summary>Its name.</summary>
    public const string Name = "configuration.json";

    /// <summary>Reads it.</summary>
    /// <typeparam name="T">What it is the configuration of.</typeparam>
    /// <param name="path">The file; it exists.</param>
    /// <param name="layout">How it is written.</param>
    /// <exception cref="RecordException">It is not the configuration of an experiment.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> layout)
        where T : class, IConfiguration =>
        RecordFile.Read(
            path,
            layout,
            configuration => configuration.Defect,
            reason => $"{path} is not the configuration of an experiment ({reason}): choose a new directory"
        );
}
