namespace Hebb.Lab.Studies.Figure4;

/// <summary>The tables and figures of a finished experiment.</summary>
public static class ReportResults
{
    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    ["returns.csv", "summary.csv", "summary.md", "figure4.png", "figure4.svg"];

    /// <summary>Writes them, each whole or not at all.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="summaries">A row a method.</param>
    /// <param name="runs">The runs of each method, in the same order.</param>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static void Write(
        ExperimentDirectory directory,
        IReadOnlyList<MethodSummary> summaries,
        IReadOnlyList<IReadOnlyList<RunRecord>> runs,
        string command,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(runs);
        var figure = new LearningCurveFigure(directory.Configuration, summaries, runs);
        Action<Stream>[] contents =
        [
            stream => ReturnsTable.Write(stream, runs.SelectMany(ofMethod => ofMethod)),
            stream => SummaryTable.Write(stream, summaries),
            stream => SummaryPage.Write(stream, directory.Configuration, summaries, command),
            figure.WritePng,
            figure.WriteSvg,
        ];
        foreach ((var name, Action<Stream> write) in FileNames.Zip(contents))
        {
            cancellation.ThrowIfCancellationRequested();
            directory.WriteFile(name, write);
        }
    }
}
