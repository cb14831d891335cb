using System.Collections.Immutable;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Training;

/// <summary>
/// The directory of some training runs, held by one process at a time: <c>configuration.json</c>, a folder for every run,
/// <c>runs/ENVIRONMENT/AGENT/seed-N</c>, and the tables and figures made of them.
/// </summary>
public sealed class TrainingDirectory : IDisposable
{
    private readonly ConfiguredDirectory _directory;

    private TrainingDirectory(ConfiguredDirectory directory, TrainingConfiguration configuration)
    {
        _directory = directory;
        Configuration = configuration;
    }

    /// <summary>The directory, as it was given.</summary>
    public string Path => _directory.Path;

    /// <summary>The configuration that all its runs belong to.</summary>
    public TrainingConfiguration Configuration { get; }

    /// <summary>Takes hold of a directory: a new or empty one, or one of the same configuration to continue.</summary>
    /// <param name="path">The directory; it is made where it is missing.</param>
    /// <param name="configuration">What is to be run.</param>
    /// <exception cref="RecordException">
    /// The directory belongs to another configuration, holds something else, is in use, or cannot be written.
    /// </exception>
    public static TrainingDirectory Open(string path, TrainingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new TrainingDirectory(
            ConfiguredDirectory.Open(path, configuration, RecordSerialization.Default.TrainingConfiguration),
            configuration
        );
    }

    /// <summary>The path of a file in the directory.</summary>
    /// <param name="name">The file's name.</param>
    public string PathOf(string name) => _directory.PathOf(name);

    /// <summary>The seeds of each group.</summary>
    public ImmutableArray<ulong> Seeds => SeedSet.Parse(Configuration.Seeds).Values;

    /// <summary>The folder of a run.</summary>
    /// <param name="group">What it is a run of.</param>
    /// <param name="seed">Its seed.</param>
    public string FolderOf(RunGroup group, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(group);
        return System.IO.Path.Combine(Path, "runs", group.Environment, group.Agent, RunFolder.NameOf(seed));
    }

    /// <summary>Writes tables and figures, each whole or not at all.</summary>
    /// <param name="files">Their names and what writes them.</param>
    /// <param name="cancellation">Asked before each.</param>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public void WriteFiles(IEnumerable<(string Name, Action<Stream> Write)> files, CancellationToken cancellation) =>
        ResultFile.WriteAll(Path, files, cancellation);

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _directory.Dispose();
}
