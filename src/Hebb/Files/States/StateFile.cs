using System.Security.Cryptography;
using System.Text;
using Hebb.Files.Safetensors;
using Hebb.Snapshots;

namespace Hebb.Files.States;

/// <summary>
/// A state as a safetensors file, written whole. All its numbers are tensors under their names (parameters, moments of an optimizer, random
/// streams, counters), so that other programs can read them; what is no number is metadata, with a SHA-256 over everything else.
/// </summary>
public static class StateFile
{
    /// <summary>The key of the metadata that holds the checksum, in lower-case hexadecimal digits.</summary>
    public const string ChecksumKey = "sha256";

    /// <summary>Writes a state, whole or not at all; until then the file that was there stays as it is.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="metadata">What is no number, by key; not <see cref="ChecksumKey"/>.</param>
    /// <exception cref="ArgumentException">The metadata have a checksum of their own.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, StateSnapshot state, IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.ContainsKey(ChecksumKey))
        {
            throw new ArgumentException($"{ChecksumKey}: the file itself says that", nameof(metadata));
        }

        StoredTensor[] tensors = [.. StateTensors.Of(state)];
        SafetensorsFile.Write(
            path,
            tensors,
            new Dictionary<string, string>(metadata, StringComparer.Ordinal)
            {
                [ChecksumKey] = Checksum(tensors, metadata),
            }
        );
    }

    /// <summary>Reads a state.</summary>
    /// <param name="kind">What messages call such a file, such as <c>a checkpoint</c>.</param>
    /// <param name="key">The metadata that it must have.</param>
    /// <exception cref="RecordException">It cannot be read, is damaged, or is something else; the message says what.</exception>
    public static SavedState Read(string path, string kind, string key)
    {
        var file = SafetensorsFile.Read(path);
        if (!file.Metadata.ContainsKey(key) || !file.Metadata.TryGetValue(ChecksumKey, out var checksum))
        {
            throw new RecordException($"{path} is not {kind}: its metadata should have {key} and {ChecksumKey}");
        }

        var metadata = file.Metadata.Remove(ChecksumKey);
        return string.Equals(checksum, Checksum(file.Tensors, metadata), StringComparison.Ordinal)
            ? new SavedState(StateTensors.Read(file.Tensors), metadata)
            : throw new RecordException($"{path} is damaged: its checksum does not match its contents");
    }

    // Over what the file says, not over its bytes: where in them the checksum itself stands makes no difference.
    private static string Checksum(IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            foreach ((var key, var text) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Write(stream, $"{key.Length} {key} {text.Length} {text}\n");
            }

            foreach (StoredTensor tensor in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
            {
                var shape = string.Join(' ', tensor.Shape);
                Write(stream, $"{tensor.Name.Length} {tensor.Name} {tensor.ElementType} {shape}\n");
                tensor.WriteValues(stream);
            }
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static void Write(CryptoStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
