using System.Globalization;

namespace Hebb.Lab.Records;

/// <summary>
/// The directory of one experiment, held by one process at a time: <c>configuration.json</c>,
/// <c>runs/METHOD/seed-N.json</c> for every finished run, and the tables and figures made of them.
/// </summary>
public sealed class ExperimentDirectory : IDisposable
{
    private readonly ConfiguredDirectory _directory;

    private ExperimentDirectory(ConfiguredDirectory directory, ExperimentConfiguration configuration)
    {
        _directory = directory;
        Configuration = configuration;
    }

    /// <summary>The directory, as it was given.</summary>
    public string Path => _directory.Path;

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
        ArgumentNullException.ThrowIfNull(configuration);
        return new ExperimentDirectory(
            ConfiguredDirectory.Open(path, configuration, RecordSerialization.Default.ExperimentConfiguration),
            configuration
        );
    }

    /// <summary>The path of a file in the directory.</summary>
    /// <param name="name">The file's name.</param>
    public string PathOf(string name) => _directory.PathOf(name);

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
    public void Dispose() => _directory.Dispose();

    private string RunPath(string method, ulong seed) =>
        System.IO.Path.Combine(Path, "runs", method, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}.json"));
}
