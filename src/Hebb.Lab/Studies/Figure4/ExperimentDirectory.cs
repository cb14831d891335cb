using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// The directory of one experiment, held by one process at a time: <c>configuration.json</c>,
/// <c>runs/METHOD/seed-N</c> for every run, and the tables and figures made of them.
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

    /// <summary>The folder of a run.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="seed">The run's seed.</param>
    public string FolderOf(string method, ulong seed) =>
        System.IO.Path.Combine(Path, "runs", method, RunFolder.NameOf(seed));

    /// <summary>Writes a table or a figure, whole or not at all.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes its content.</param>
    public void WriteFile(string name, Action<Stream> write) => WholeFile.Write(PathOf(name), write);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _directory.Dispose();
}
