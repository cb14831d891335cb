using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>The file of one finished run.</summary>
internal static class RunRecordFile
{
    /// <summary>Reads it; null where the run is not finished.</summary>
    /// <param name="path">The file.</param>
    /// <param name="method">The method it is to be of.</param>
    /// <param name="seed">The seed it is to be of.</param>
    /// <param name="episodes">How many episodes it is to have.</param>
    /// <exception cref="RecordException">It cannot be read, or is the record of something else.</exception>
    public static RunRecord? Read(string path, string method, ulong seed, int episodes)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            RunRecord record =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordSerialization.Default.RunRecord)
                ?? throw new JsonException("it is empty");
            return Defect(record, method, seed, episodes) is { } defect ? throw new JsonException(defect) : record;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RecordException(
                $"{path} is not the record of a finished run ({RecordException.OneLine(exception)}): delete it to have that run done again",
                exception
            );
        }
    }

    /// <summary>Writes it, whole or not at all; its folder is made where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="record">The record.</param>
    public static void Write(string path, RunRecord record)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(
            path,
            stream =>
            {
                JsonSerializer.Serialize(stream, record, RecordSerialization.Default.RunRecord);
                stream.WriteByte((byte)'\n');
            }
        );
    }

    // What is wrong with a record that could be read; null when nothing is.
    private static string? Defect(RunRecord record, string method, ulong seed, int episodes)
    {
        if (record.FormatVersion != RunRecord.CurrentFormatVersion)
        {
            return $"its format version is {record.FormatVersion}, not {RunRecord.CurrentFormatVersion}";
        }

        if (!string.Equals(record.Method, method, StringComparison.Ordinal) || record.Seed != seed)
        {
            return $"it is of method {record.Method}, seed {record.Seed}";
        }

        if (record.Returns.IsDefault || record.Lengths.IsDefault)
        {
            return "its returns or lengths are missing";
        }

        return record.Returns.Length != episodes || record.Lengths.Length != episodes
            ? $"it has {record.Returns.Length} returns and {record.Lengths.Length} lengths, not {episodes}"
            : null;
    }
}
