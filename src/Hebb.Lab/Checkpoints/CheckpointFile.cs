using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hebb.Lab.Records;
using Hebb.Lab.Records.Safetensors;

namespace Hebb.Lab.Checkpoints;

/// <summary>
/// <c>checkpoint.safetensors</c>: a checkpoint, written whole. All numbers of the state are tensors under their names (parameters,
/// moments of the optimizer, random streams, environments, replay, counters), so that other programs can read them; what is no number is
/// metadata, with a SHA-256 over everything else.
/// </summary>
public static class CheckpointFile
{
    /// <summary>Its name in the folder of a run.</summary>
    public const string Name = "checkpoint.safetensors";

    private const string HeaderKey = "run";
    private const string ChecksumKey = "sha256";

    /// <summary>Writes a checkpoint, whole or not at all; until then the file that was there stays as it is.</summary>
    /// <param name="path">The file; its folder exists.</param>
    public static void Write(string path, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        StoredTensor[] tensors = [.. StateTensors.Of(checkpoint.State)];
        var header = JsonSerializer.Serialize(
            new CheckpointHeader(
                CheckpointHeader.CurrentFormatVersion,
                checkpoint.Run,
                checkpoint.Begun,
                checkpoint.Seconds,
                checkpoint.Files
            ),
            CheckpointSerialization.Default.CheckpointHeader
        );
        SafetensorsFile.Write(
            path,
            tensors,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [HeaderKey] = header,
                [ChecksumKey] = Checksum(tensors, header),
            }
        );
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="RecordException">It cannot be read, is damaged, or is something else; the message says what.</exception>
    public static Checkpoint Read(string path)
    {
        var file = SafetensorsFile.Read(path);
        if (
            !file.Metadata.TryGetValue(HeaderKey, out var text)
            || !file.Metadata.TryGetValue(ChecksumKey, out var checksum)
            || file.Metadata.Count != 2
        )
        {
            throw new RecordException(
                $"{path} is not a checkpoint: its metadata should have {HeaderKey} and {ChecksumKey}"
            );
        }

        if (!string.Equals(checksum, Checksum(file.Tensors, text), StringComparison.Ordinal))
        {
            throw new RecordException($"{path} is damaged: its checksum does not match its contents");
        }

        CheckpointHeader header = Header(path, text);
        return new Checkpoint(header.Run, header.Begun, header.Seconds, header.Files, StateTensors.Read(file.Tensors));
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
            throw new RecordException($"{path} is not a checkpoint ({RecordFile.Reason(exception)})", exception);
        }
    }

    // Over what the file says, not over its bytes: where in them the checksum itself stands makes no difference.
    private static string Checksum(IEnumerable<StoredTensor> tensors, string header)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes($"{header.Length} {header}\n"));
            foreach (StoredTensor tensor in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
            {
                var shape = string.Join(' ', tensor.Shape);
                stream.Write(
                    Encoding.UTF8.GetBytes($"{tensor.Name.Length} {tensor.Name} {tensor.ElementType} {shape}\n")
                );
                tensor.WriteValues(stream);
            }
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
