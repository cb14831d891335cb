using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>The tables and the figure of a finished benchmark.</summary>
public static class BenchmarkResults
{
    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    ["runs.csv", "summary.csv", "summary.md", "benchmark.png", "benchmark.svg"];

    /// <summary>Writes them, each whole or not at all.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="summaries">The runs and what came of them.</param>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static void Write(
        TrainingDirectory directory,
        IReadOnlyList<TrainingSummary> summaries,
        string command,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(summaries);
        var figure = new BenchmarkFigure(summaries);
        Action<Stream>[] contents =
        [
            stream => RunsTable.Write(stream, summaries),
            stream => TrainingTable.Write(stream, summaries),
            stream => BenchmarkPage.Write(stream, directory.Configuration, summaries, command),
            figure.WritePng,
            figure.WriteSvg,
        ];
        directory.WriteFiles(FileNames.Zip(contents), cancellation);
    }
}
