using System.Text.Json;
using Hebb.Lab.Records;

namespace Hebb.Lab.Training;

/// <summary>The folder of one finished run: <c>episodes.csv</c>, and then <c>run.json</c>, which says that it is finished.</summary>
internal static class RunFolder
{
    private const string RecordName = "run.json";

    /// <summary>Reads it; null where the run is not finished.</summary>
    /// <param name="path">The folder; it need not exist.</param>
    /// <param name="group">What the run is to be of.</param>
    /// <param name="seed">The seed it is to be of.</param>
    /// <exception cref="RecordException">It cannot be read, or is that of something else.</exception>
    public static TrainedRun? Read(string path, RunGroup group, ulong seed)
    {
        var file = Path.Combine(path, RecordName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            TrainingRecord record =
                JsonSerializer.Deserialize(File.ReadAllBytes(file), RecordSerialization.Default.TrainingRecord)
                ?? throw new JsonException($"{RecordName} is empty");
            var episodes = EpisodesFile.Read(Path.Combine(path, EpisodesFile.Name), out var names, out var begun);
            return Defect(record, group, seed, episodes.Length) is { } defect
                ? throw new JsonException(defect)
                : new TrainedRun(record, begun, episodes) { DiagnosticNames = names };
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or FormatException
                        or OverflowException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new RecordException(
                $"{path} is not the folder of a finished run ({RecordException.OneLine(exception)}): delete it to have that run done again",
                exception
            );
        }
    }

    /// <summary>Writes it, each file whole or not at all; the folder is made where it is missing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="run">The run.</param>
    public static void Write(string path, TrainedRun run)
    {
        Directory.CreateDirectory(path);
        WholeFile.Write(Path.Combine(path, EpisodesFile.Name), stream => EpisodesFile.Write(stream, run));
        WholeFile.Write(
            Path.Combine(path, RecordName),
            stream =>
            {
                using var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
                JsonSerializer.Serialize(writer, run.Record, RecordSerialization.Default.TrainingRecord);
                writer.Flush();
                stream.WriteByte((byte)'\n');
            }
        );
    }

    // What is wrong with a record that could be read; null when nothing is.
    private static string? Defect(TrainingRecord record, RunGroup group, ulong seed, int episodes)
    {
        if (record.FormatVersion != TrainingRecord.CurrentFormatVersion)
        {
            return $"its format version is {record.FormatVersion}, not {TrainingRecord.CurrentFormatVersion}";
        }

        if (new RunGroup(record.Agent, record.Environment, record.Steps ?? 0) != group || record.Seed != seed)
        {
            return $"it is of {record.Agent} in {record.Environment}, {record.Steps} steps, seed {record.Seed}";
        }

        return record.Episodes != episodes
            ? $"{EpisodesFile.Name} has {episodes} episodes, {RecordName} {record.Episodes}"
            : null;
    }
}
