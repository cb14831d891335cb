namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The tables and figures of a finished study.</summary>
public static class RoomResults
{
    /// <summary>Writes them, each whole or not at all.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="summaries">What came of it.</param>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <returns>The paths of the files, in the order in which they were written.</returns>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static IReadOnlyList<string> Write(
        RoomStudyDirectory directory,
        IReadOnlyList<RoomSummary> summaries,
        string command,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(summaries);
        var effects = TransferEffect.Of(summaries);
        var figure = new RoomFigure(summaries);
        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => RoomTables.WriteCourses(stream, summaries)),
            ("iterations.csv", stream => RoomTables.WriteIterations(stream, summaries)),
            ("summary.csv", stream => RoomTables.WriteSummaries(stream, summaries)),
            ("transfer.csv", stream => RoomTables.WriteEffects(stream, effects)),
            ("summary.md", stream => RoomPage.Write(stream, directory.Configuration, summaries, effects, command)),
            ("openlock.png", figure.WritePng),
            ("openlock.svg", figure.WriteSvg),
        ];
        if (summaries.Any(row => row.Group.Learner.IsAgent))
        {
            var learning = new RoomLearningFigure([
                .. summaries.Where(row => !row.Group.Protocol.IsTransferTestedOnce),
            ]);
            files.Add(("learning.png", learning.WritePng));
            files.Add(("learning.svg", learning.WriteSvg));
        }

        directory.WriteFiles(files, cancellation);
        return [.. files.Select(file => directory.PathOf(file.Name))];
    }
}
