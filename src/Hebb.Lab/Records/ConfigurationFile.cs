using System.Text;
using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>The file of a configuration.</summary>
internal static class ConfigurationFile
{
    /// <summary>Its name.</summary>
    public const string Name = "configuration.json";

    /// <summary>Reads it.</summary>
    /// <param name="path">The file; it exists.</param>
    /// <exception cref="RecordException">It is not the configuration of an experiment.</exception>
    public static JsonObject Read(string path, JsonObject shape) =>
        RecordFile.Guarded(
            () =>
            {
                var read = JsonNode.Parse(File.ReadAllBytes(path));
                WholeJson.Require(read);
                return read is JsonObject found
                    ? ConfigurationDifference.MissingField(found, shape) is { } missing
                        ? throw new JsonException($"'{missing}' is missing")
                        : found
                    : throw new JsonException("it is no object");
            },
            reason => $"{path} is not the configuration of an experiment ({reason}): choose a new directory"
        );

    /// <summary>Writes it, whole or not at all.</summary>
    public static void Write(string path, JsonObject configuration) =>
        WholeFile.Write(path, stream => Write(stream, configuration));

    /// <summary>Writes it.</summary>
    public static void Write(Stream stream, JsonObject configuration) =>
        stream.Write(Encoding.UTF8.GetBytes(IndentedJson.Text(configuration)));
}
