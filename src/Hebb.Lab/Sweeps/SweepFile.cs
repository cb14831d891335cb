using Hebb.Lab.Records;

namespace Hebb.Lab.Sweeps;

/// <summary><c>sweep.json</c>: what is known of a sweep.</summary>
public static class SweepFile
{
    /// <summary>Its name in the folder of the sweep.</summary>
    public const string Name = "sweep.json";

    /// <summary>Reads it.</summary>
    /// <exception cref="RecordException">It cannot be read, or is something else.</exception>
    public static SweepRecord Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return RecordFile.Read(
            path,
            SweepSerialization.Default.SweepRecord,
            Defect,
            reason => $"{path} is not the record of a sweep: {reason}"
        );
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="folder">The folder of the sweep; it exists.</param>
    public static void Write(string folder, SweepRecord record) =>
        RecordFile.Write(Path.Combine(folder, Name), record, SweepSerialization.Default.SweepRecord);

    // What is wrong with a record that could be read; null when nothing is.
    private static string? Defect(SweepRecord record) =>
        record.FormatVersion != SweepRecord.CurrentFormatVersion
            ? $"its format version is {record.FormatVersion}, not {SweepRecord.CurrentFormatVersion}"
        : record.Axes.IsDefault || record.Trials.IsDefault || record.Trials.Contains(null!) ? "its trials are missing"
        : record.Trials.FirstOrDefault(trial => !IsName(trial.Run)) is { } trial
            ? $"trial {trial.Number} has '{trial.Run}' for its folder of the store"
        : DefectOfValues(record);

    private static string? DefectOfValues(SweepRecord record)
    {
        foreach (TrialRecord trial in record.Trials)
        {
            WholeJson.Require(trial.Values);
        }

        return null;
    }

    // A folder of the store, not one outside of it.
    private static bool IsName(string run) =>
        run.Length > 0 && run is not ("." or "..") && Path.GetFileName(run) == run;
}
