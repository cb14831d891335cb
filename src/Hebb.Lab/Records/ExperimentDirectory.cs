using System.Globalization;

namespace Hebb.Lab.Records;

/// <summary>
/// The directory of one experiment, held by one process at a time: <c>configuration.json</c>,
/// <c>runs/METHOD/seed-N.json</c> for every finished run, and the tables and figures made of them.
/// </summary>
public sealed class ExperimentDirectory : IDisposable
{
    private readonly FileStream _held;

    private ExperimentDirectory(string path, ExperimentConfiguration configuration, FileStream held)
    {
        Path = path;
        Configuration = configuration;
        _held = held;
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
            hold = DirectoryLock.Hold(path);
            if (isNew && !Check(path, configuration))
            {
                ConfigurationFile.Write(System.IO.Path.Combine(path, ConfigurationFile.Name), configuration);
            }

            var directory = new ExperimentDirectory(path, configuration, hold);
            hold = null;
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be written: {RecordException.OneLine(exception)}", exception);
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
    public RunRecord? ReadRun(string method, ulong seed) =>
        RunRecordFile.Read(RunPath(method, seed), method, seed, Configuration.Episodes);

    /// <summary>Keeps the record of a finished run; may be called from several threads at once.</summary>
    /// <param name="record">The record.</param>
    public void WriteRun(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        RunRecordFile.Write(RunPath(record.Method, record.Seed), record);
    }

    /// <summary>Writes a table or a figure, whole or not at all.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes its content.</param>
    public void WriteFile(string name, Action<Stream> write) => WholeFile.Write(PathOf(name), write);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _held.Dispose();

    // Whether the directory already belongs to the configuration; otherwise it is free.
    private static bool Check(string path, ExperimentConfiguration configuration)
    {
        var file = System.IO.Path.Combine(path, ConfigurationFile.Name);
        if (!File.Exists(file))
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign))
            {
                throw new RecordException(
                    $"{path} is not empty and holds no {ConfigurationFile.Name}: choose a new directory"
                );
            }

            return false;
        }

        if (ExperimentConfiguration.FirstDifference(ConfigurationFile.Read(file), configuration) is { } difference)
        {
            throw new RecordException(
                $"{path} belongs to another configuration: {difference}; choose a new directory or the same arguments"
            );
        }

        return true;
    }

    private static bool IsForeign(string entry) =>
        System.IO.Path.GetFileName(entry)
            is not (DirectoryLock.Name or ConfigurationFile.Name + WholeFile.PartialSuffix);

    private string RunPath(string method, ulong seed) =>
        System.IO.Path.Combine(Path, "runs", method, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}.json"));
}
