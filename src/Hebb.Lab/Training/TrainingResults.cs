using Hebb.Lab.Figures;

namespace Hebb.Lab.Training;

/// <summary>The tables and the figure of the finished runs of one agent.</summary>
public static class TrainingResults
{
    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    ["runs.csv", "summary.csv", "summary.md", "learning-curve.png", "learning-curve.svg"];

    /// <summary>Writes them, each whole or not at all.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="summary">The runs and what came of them.</param>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static void Write(
        TrainingDirectory directory,
        TrainingSummary summary,
        string command,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(summary);
        var figure = new TrainingFigure(summary);
        Action<Stream>[] contents =
        [
            stream => RunsTable.Write(stream, [summary]),
            stream => TrainingTable.Write(stream, [summary]),
            stream => TrainingPage.Write(stream, directory.Configuration, summary, command),
            figure.WritePng,
            figure.WriteSvg,
        ];
        directory.WriteFiles(FileNames.Zip(contents), cancellation);
    }
}
