using System.Text.Json;
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
        where T : class, IConfiguration
    {
        try
        {
            T configuration =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), layout) ?? throw new JsonException("it is empty");
            return configuration.Defect is { } defect ? throw new JsonException(defect) : configuration;
        }
        catch (JsonException exception)
        {
            throw new RecordException(
                $"{path} is not the configuration of an experiment ({RecordException.OneLine(exception)}): choose a new directory",
                exception
            );
        }
    }

    /// <summary>Writes it, whole or not at all, in lines for people to read.</summary>
    /// <typeparam name="T">What it is the configuration of.</typeparam>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="layout">How it is written.</param>
    public static void Write<T>(string path, T configuration, JsonTypeInfo<T> layout) =>
        WholeFile.Write(
            path,
            stream =>
            {
                using var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
                JsonSerializer.Serialize(writer, configuration, layout);
                writer.Flush();
                stream.WriteByte((byte)'\n');
            }
        );
}
