using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>The file of an experiment's configuration.</summary>
internal static class ConfigurationFile
{
    /// <summary>Its name.</summary>
    public const string Name = "configuration.json";

    /// <summary>Reads it.</summary>
    /// <param name="path">The file; it exists.</param>
    /// <exception cref="RecordException">It is not the configuration of an experiment.</exception>
    public static ExperimentConfiguration Read(string path)
    {
        try
        {
            ExperimentConfiguration configuration =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordSerialization.Default.ExperimentConfiguration)
                ?? throw new JsonException("it is empty");
            return configuration.Methods.IsDefault ? throw new JsonException("its methods are missing") : configuration;
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
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="configuration">The configuration.</param>
    public static void Write(string path, ExperimentConfiguration configuration) =>
        WholeFile.Write(
            path,
            stream =>
            {
                using var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
                JsonSerializer.Serialize(writer, configuration, RecordSerialization.Default.ExperimentConfiguration);
                writer.Flush();
                stream.WriteByte((byte)'\n');
            }
        );
}
