using System.Collections.Immutable;
using Hebb.Lab.Logs;
using Hebb.Lab.Records;

namespace Hebb.Lab.Training;

/// <summary>The <c>episodes.csv</c> of a finished run, all at once; <see cref="EpisodeLog"/> writes the same as a run goes.</summary>
internal static class EpisodesFile
{
    /// <summary>Its name.</summary>
    public const string Name = EpisodeLog.FileName;

    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="run">The run.</param>
    public static void Write(Stream stream, TrainedRun run)
    {
        stream.Write(EpisodeRows.Header(run.Begun, run.Record.Environment, run.DiagnosticNames));
        var row = new byte[EpisodeRows.LongestRow(run.DiagnosticNames.Length)];
        foreach (TrainedEpisode episode in run.Episodes)
        {
            var count = EpisodeRows.Format(
                row,
                episode.Return,
                episode.Length,
                episode.Seconds,
                episode.EnvironmentSteps,
                episode.Diagnostics.AsSpan()
            );
            stream.Write(row, 0, count);
        }
    }

    /// <summary>Reads its episodes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnosticNames">Receives the names of the diagnostics.</param>
    /// <param name="begun">Receives when the run began.</param>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static ImmutableArray<TrainedEpisode> Read(
        string path,
        out ImmutableArray<string> diagnosticNames,
        out DateTimeOffset begun
    )
    {
        EpisodeTable table;
        try
        {
            table = EpisodeTable.Read(path);
        }
        catch (RecordException exception)
        {
            throw new FormatException(exception.Message, exception);
        }

        diagnosticNames = table.DiagnosticNames;
        begun = table.Begun;
        return [.. Enumerable.Range(0, table.Count).Select(row => Episode(table, row))];
    }

    private static TrainedEpisode Episode(EpisodeTable table, int row) =>
        new(table.Returns[row], (int)table.Lengths[row], table.Seconds[row], (long)table.EnvironmentSteps[row])
        {
            Diagnostics =
            [
                .. Enumerable
                    .Range(EpisodeRows.Columns.Length, table.DiagnosticNames.Length)
                    .Select(column => table.Column(column)[row]),
            ],
        };
}
