using System.Text.Json;
using Hebb.Lab.Records;

namespace Hebb.Lab.Sweeps;

/// <summary><c>sweep.json</c>: what is known of a sweep.</summary>
public static class SweepFile
{
    /// <summary>Its name in the folder of the sweep.</summary>
    public const string Name = "sweep.json";

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder of the sweep.</param>
    /// <exception cref="RecordException">It cannot be read, or is something else.</exception>
    public static SweepRecord Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            SweepRecord record =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordSerialization.Default.SweepRecord)
                ?? throw new JsonException("it is empty");
            if (Defect(record) is { } defect)
            {
                throw new JsonException(defect);
            }

            foreach (TrialRecord trial in record.Trials)
            {
                WholeJson.Require(trial.Values);
            }

            return record;
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new RecordException(
                $"{path} is not the record of a sweep: {RecordException.OneLine(exception)}",
                exception
            );
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="folder">The folder of the sweep; it exists.</param>
    /// <param name="record">The record.</param>
    public static void Write(string folder, SweepRecord record) =>
        WholeFile.Write(
            Path.Combine(folder, Name),
            stream =>
            {
                using var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
                JsonSerializer.Serialize(writer, record, RecordSerialization.Default.SweepRecord);
                writer.Flush();
                stream.WriteByte((byte)'\n');
            }
        );

    // What is wrong with a record that could be read; null when nothing is.
    private static string? Defect(SweepRecord record) =>
        record.FormatVersion != SweepRecord.CurrentFormatVersion
            ? $"its format version is {record.FormatVersion}, not {SweepRecord.CurrentFormatVersion}"
        : record.Axes.IsDefault || record.Trials.IsDefault || record.Trials.Contains(null!) ? "its trials are missing"
        : null;
}
