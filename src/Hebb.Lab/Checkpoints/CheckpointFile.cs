using System.Text.Json;
using Hebb.Files.States;
using Hebb.Policies;

namespace Hebb.Lab.Checkpoints;

/// <summary>
/// <c>checkpoint.safetensors</c>: the state of a run (agent, environments, random streams, counters) as a <see cref="StateFile"/>, with the
/// description of its agent, so that the library alone can load it (<see cref="AgentFile"/>).
/// </summary>
public static class CheckpointFile
{
    /// <summary>Its name in the folder of a run.</summary>
    public const string Name = "checkpoint.safetensors";

    private const string Kind = "a checkpoint";
    private const string HeaderKey = "run";

    /// <summary>Writes a checkpoint, whole or not at all; until then the file that was there stays as it is.</summary>
    /// <param name="path">The file; its folder exists.</param>
    public static void Write(string path, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var metadata = ImmutableSortedDictionary<string, string>.Empty.Add(
            HeaderKey,
            JsonSerializer.Serialize(
                new CheckpointHeader(
                    CheckpointHeader.CurrentFormatVersion,
                    checkpoint.Run,
                    checkpoint.Begun,
                    checkpoint.Seconds,
                    checkpoint.Files
                ),
                CheckpointSerialization.Default.CheckpointHeader
            )
        );
        StateFile.Write(
            path,
            checkpoint.State,
            checkpoint.Agent is { } agent ? metadata.Add(AgentFile.MetadataKey, agent) : metadata
        );
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="RecordException">It cannot be read, is damaged, or is something else; the message says what.</exception>
    public static Checkpoint Read(string path)
    {
        var file = StateFile.Read(path, Kind, HeaderKey);
        CheckpointHeader header = Header(path, file.Metadata[HeaderKey]);
        return new Checkpoint(header.Run, header.Begun, header.Seconds, header.Files, file.State)
        {
            Agent = file.Metadata.GetValueOrDefault(AgentFile.MetadataKey),
        };
    }

    private static CheckpointHeader Header(string path, string text)
    {
        try
        {
            CheckpointHeader header =
                JsonSerializer.Deserialize(text, CheckpointSerialization.Default.CheckpointHeader)
                ?? throw new JsonException("it has no header");
            return header.FormatVersion == CheckpointHeader.CurrentFormatVersion && !header.Files.IsDefault
                ? header
                : throw new JsonException(
                    $"its format version is {header.FormatVersion}, not {CheckpointHeader.CurrentFormatVersion}"
                );
        }
        catch (JsonException exception)
        {
            throw new RecordException($"{path} is not {Kind} ({RecordFile.Reason(exception)})", exception);
        }
    }
}
