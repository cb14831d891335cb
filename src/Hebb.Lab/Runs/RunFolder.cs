using System.Text.Json;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;
using Hebb.Snapshots;

namespace Hebb.Lab.Runs;

/// <summary>The folder of one run: its record, its checkpoint, and what it appends to.</summary>
public static class RunFolder
{
    /// <summary>The name of a run's record.</summary>
    public const string RecordName = "run.json";

    /// <summary>What helps where a record cannot be used.</summary>
    internal const string Remedy = $"{Again}, or restore it";

    private const string Again = "delete it to repeat the run";
    private const int ShownOfSeal = 12;

    /// <summary>The name of the folder of a run.</summary>
    public static string NameOf(ulong seed) => string.Create(CultureInfo.InvariantCulture, $"seed-{seed}");

    /// <summary>The checkpoint of a run.</summary>
    public static string CheckpointPath(string folder) => Path.Combine(folder, CheckpointFile.Name);

    /// <summary>The record of a run; null where there is none.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="RecordException">It cannot be read, or was changed after it was written.</exception>
    public static RunRecord? ReadRecord(string folder) => ReadRecord(folder, Defect);

    /// <summary>
    /// The record of a run that is to be played; null where there is none, or one without a seal beside a checkpoint, from which the run
    /// writes it anew without playing anything again.
    /// </summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="RecordException">It cannot be read, was changed after it was written, or is that of another run.</exception>
    public static RunRecord? ReadRecord(string folder, RunIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (ReadUnsealed(folder) is not { } record || MayBeWrittenAnew(folder, record))
        {
            return null;
        }

        RunIdentity found = new(
            record.Agent,
            record.Environment,
            record.Hash,
            record.Steps,
            record.EpisodeBudget,
            record.Seed,
            identity.Diagnostics
        );
        return found.Equals(identity)
            ? record
            : throw new RecordException($"{folder} is of {found}, not of {identity}: {Again}");
    }

    /// <summary>The same, and one without a seal too where its run can write it anew.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="RecordException">It cannot be read, or was changed after it was written.</exception>
    internal static RunRecord? ReadUnsealed(string folder) =>
        ReadRecord(folder, (record, bytes) => MayBeWrittenAnew(folder, record) ? null : Defect(record, bytes));

    /// <summary>Reads a finished run; null where there is none, or one that is not finished.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="RecordException">It cannot be read, was changed, or is that of another run.</exception>
    public static TrainedRun? Read(string folder, RunIdentity identity) =>
        ReadRecord(folder, identity) is { Status: RunStatus.Finished } record ? Read(folder, record) : null;

    /// <summary>Reads the episodes of a run that is not being played.</summary>
    /// <exception cref="RecordException">They cannot be read, or were changed.</exception>
    public static TrainedRun Read(string folder, RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (RunFile file in record.Files)
        {
            RequireUnchanged(folder, file);
        }

        var path = Path.Combine(folder, EpisodeLog.FileName);
        var table = EpisodeTable.Read(path);
        return table.Count == record.Episodes
            ? new TrainedRun(record, TrainedEpisode.AllOf(table)) { DiagnosticNames = table.DiagnosticNames }
            : throw new RecordException($"{path} has {table.Count} episodes, {RecordName} {record.Episodes}: {Again}");
    }

    /// <summary>Writes the record of a run with its seal, whole or not at all; the folder exists.</summary>
    public static void WriteRecord(string folder, RunRecord record)
    {
        var layout = RunSerialization.Default.RunRecord;
        var seal = RecordSeal.Of(JsonSerializer.SerializeToElement(record, layout));
        RecordFile.Write(Path.Combine(folder, RecordName), record with { Seal = seal }, layout);
    }

    /// <summary>The checkpoint that an earlier process left; null where there is none.</summary>
    /// <exception cref="RecordException">It cannot be read, is damaged, or is that of another run.</exception>
    public static Checkpoint? ReadCheckpoint(string folder, RunIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var path = CheckpointPath(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        Checkpoint checkpoint;
        try
        {
            checkpoint = CheckpointFile.Read(path);
        }
        catch (RecordException exception)
        {
            throw new RecordException($"{exception.Message}; delete {folder} to repeat the run", exception);
        }

        return checkpoint.Run.Equals(identity)
            ? checkpoint
            : throw new RecordException(
                $"{path} is of {checkpoint.Run}, not of {identity}; delete {folder} to repeat the run"
            );
    }

    /// <summary>Puts the state of a checkpoint back.</summary>
    /// <param name="folder">The folder that it was read from.</param>
    /// <param name="subject">What the state is of, as it was made.</param>
    /// <exception cref="RecordException">The state does not fit it.</exception>
    public static void Restore(string folder, Checkpoint checkpoint, IStateful subject)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        try
        {
            checkpoint.State.RestoreTo(subject);
        }
        catch (StateException exception)
        {
            throw new RecordException(
                $"{CheckpointPath(folder)} does not fit the agent ({RecordException.OneLine(exception)}); delete {folder} to repeat the run",
                exception
            );
        }
    }

    private static void RequireUnchanged(string folder, RunFile file)
    {
        var path = Path.Combine(folder, file.Name);
        try
        {
            LogBytes.Require(path, LogBytes.Read(path), file);
        }
        catch (RecordException exception)
        {
            throw new RecordException($"{exception.Message}; delete {folder} to repeat the run", exception);
        }
    }

    private static RunRecord? ReadRecord(string folder, Func<RunRecord, byte[], string?> defect)
    {
        var file = Path.Combine(folder, RecordName);
        return File.Exists(file)
            ? RecordFile.Read(
                file,
                RunSerialization.Default.RunRecord,
                defect,
                reason => $"{file} is not the record of a run ({reason}): {Remedy}"
            )
            : null;
    }

    private static bool MayBeWrittenAnew(string folder, RunRecord record) =>
        record.FormatVersion == RunRecord.UnsealedFormatVersion && File.Exists(CheckpointPath(folder));

    // What is wrong with a record that could be read; null when nothing is.
    private static string? Defect(RunRecord record, byte[] bytes)
    {
        WholeJson.Require(record.Configuration);

        // What the constructor does not take is null where the file leaves it out.
        return record.FormatVersion != RunRecord.CurrentFormatVersion
                ? $"its format version is {record.FormatVersion}, not {RunRecord.CurrentFormatVersion}"
                    + (
                        record.FormatVersion == RunRecord.UnsealedFormatVersion
                            ? "; the command that made the run writes it anew from the checkpoint"
                            : ""
                    )
            : record.Experiment is null || record.Hash is null ? "its experiment or its hash is missing"
            : record.Program is null || record.Machine is null ? "its program or its machine is missing"
            : record.Files.IsDefault || record.Files.Contains(null!) ? "its files are missing"
            : DefectOfSeal(record, bytes);
    }

    private static string? DefectOfSeal(RunRecord record, byte[] bytes)
    {
        using var text = JsonDocument.Parse(bytes);
        var seal = RecordSeal.Of(text.RootElement);
        return string.Equals(record.Seal, seal, StringComparison.Ordinal) ? null
            : string.IsNullOrEmpty(record.Seal) ? "it has no seal"
            : $"it was changed after it was written: its seal is {Short(record.Seal)}, that of its contents {Short(seal)}";
    }

    private static string Short(string seal) => seal.Length > ShownOfSeal ? seal[..ShownOfSeal] : seal;
}
