using System.Globalization;
using System.Text.Json;

namespace Hebb.Lab.Records;

/// <summary>
/// The directory of one experiment, held by one process at a time: <c>configuration.json</c>,
/// <c>runs/METHOD/seed-N.json</c> for every finished run, and the tables and figures made of them.
/// </summary>
public sealed class ExperimentDirectory : IDisposable
{
    private const string ConfigurationName = "configuration.json";
    private const string LockName = ".lock";

    // What the system answers when another process holds the lock: EWOULDBLOCK, or a sharing violation.
    private const int HeldOnLinux = 11;
    private const int HeldOnMacintosh = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream held;

    private ExperimentDirectory(string path, ExperimentConfiguration configuration, FileStream held)
    {
        Path = path;
        Configuration = configuration;
        this.held = held;
    }

    /// <summary>The directory, as it was given.</summary>
    public string Path { get; }

    /// <summary>The configuration that all its records belong to.</summary>
    public ExperimentConfiguration Configuration { get; }

    /// <summary>Takes hold of a directory: a new or empty one, or one of the same configuration to continue.</summary>
    /// <param name="path">The directory; it is made where it is missing.</param>
    /// <param name="configuration">What is to be run.</param>
    /// <exception cref="RecordException">
    /// The directory belongs to another configuration, holds something else, is in use, or cannot be written.
    /// </exception>
    public static ExperimentDirectory Open(string path, ExperimentConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(configuration);
        if (File.Exists(path))
        {
            throw new RecordException($"{path} is a file: a directory is needed");
        }

        FileStream? hold = null;
        try
        {
            // Looked at before the lock is made, so that nothing is written into a directory that is refused.
            var isNew = !Check(path, configuration);
            Directory.CreateDirectory(path);
            hold = Hold(path);
            if (isNew && !Check(path, configuration))
            {
                var file = System.IO.Path.Combine(path, ConfigurationName);
                WholeFile.Write(file, stream => WriteIndented(stream, configuration));
            }

            var directory = new ExperimentDirectory(path, configuration, hold);
            hold = null;
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be written: {OneLine(exception)}", exception);
        }
        finally
        {
            hold?.Dispose();
        }
    }

    /// <summary>The path of a file in the directory.</summary>
    /// <param name="name">The file's name.</param>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Reads the record of a run; null where the run is not finished.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="RecordException">The file cannot be read or is not the record of that run.</exception>
    public RunRecord? ReadRun(string method, ulong seed)
    {
        var path = RunPath(method, seed);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            RunRecord record =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordSerialization.Default.RunRecord)
                ?? throw new JsonException("it is empty");
            return Describe(record, method, seed) is { } defect ? throw new JsonException(defect) : record;
        }
        catch (Exception exception)
            when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new RecordException(
                $"{path} is not the record of a finished run ({OneLine(exception)}): delete it to have that run done again",
                exception
            );
        }
    }

    /// <summary>Keeps the record of a finished run; may be called from several threads at once.</summary>
    /// <param name="record">The record.</param>
    public void WriteRun(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var path = RunPath(record.Method, record.Seed);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        WholeFile.Write(
            path,
            stream =>
            {
                JsonSerializer.Serialize(stream, record, RecordSerialization.Default.RunRecord);
                stream.WriteByte((byte)'\n');
            }
        );
    }

    /// <summary>Writes a table or a figure, whole or not at all.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes its content.</param>
    public void WriteFile(string name, Action<Stream> write) => WholeFile.Write(PathOf(name), write);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => held.Dispose();

    // Whether the directory already belongs to the configuration; otherwise it is free.
    private static bool Check(string path, ExperimentConfiguration configuration)
    {
        var file = System.IO.Path.Combine(path, ConfigurationName);
        if (!File.Exists(file))
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign))
            {
                throw new RecordException(
                    $"{path} is not empty and holds no {ConfigurationName}: choose a new directory"
                );
            }

            return false;
        }

        ExperimentConfiguration recorded;
        try
        {
            recorded =
                JsonSerializer.Deserialize(File.ReadAllBytes(file), RecordSerialization.Default.ExperimentConfiguration)
                ?? throw new JsonException("it is empty");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RecordException(
                $"{file} is not the configuration of an experiment ({OneLine(exception)}): choose a new directory",
                exception
            );
        }

        if (ExperimentConfiguration.FirstDifference(recorded, configuration) is { } difference)
        {
            throw new RecordException(
                $"{path} belongs to another configuration: {difference}; choose a new directory or the same arguments"
            );
        }

        return true;
    }

    private static bool IsForeign(string entry) =>
        System.IO.Path.GetFileName(entry) is not (LockName or ConfigurationName + WholeFile.PartialSuffix);

    private static FileStream Hold(string path)
    {
        try
        {
            var file = System.IO.Path.Combine(path, LockName);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMacintosh or HeldOnWindows)
        {
            throw new RecordException(
                $"{path} is in use by another process: wait for it, or choose another directory",
                exception
            );
        }
    }

    private static void WriteIndented(Stream stream, ExperimentConfiguration configuration)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        JsonSerializer.Serialize(writer, configuration, RecordSerialization.Default.ExperimentConfiguration);
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    // What is wrong with a record that could be read; null when nothing is.
    private string? Describe(RunRecord record, string method, ulong seed)
    {
        if (record.FormatVersion != RunRecord.CurrentFormatVersion)
        {
            return $"its format version is {record.FormatVersion}, not {RunRecord.CurrentFormatVersion}";
        }

        if (!string.Equals(record.Method, method, StringComparison.Ordinal) || record.Seed != seed)
        {
            return $"it is of method {record.Method}, seed {record.Seed}";
        }

        if (record.Returns.Length != Configuration.Episodes || record.Lengths.Length != Configuration.Episodes)
        {
            return $"it has {record.Returns.Length} returns and {record.Lengths.Length} lengths, not {Configuration.Episodes}";
        }

        return null;
    }

    private string RunPath(string method, ulong seed) =>
        System.IO.Path.Combine(Path, "runs", method, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}.json"));

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
