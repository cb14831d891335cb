using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Exports;

/// <summary>Runs as one table for other programs, a row a run or a row an episode.</summary>
public static class RunExport
{
    // So many rows are held in memory, and lie together in a file.
    private const int RowsOfGroup = 100_000;

    /// <summary>Writes a row for each run: what its record says, and all settings.</summary>
    /// <param name="path">The file; it is there whole or not at all.</param>
    /// <returns>How many rows were written.</returns>
    public static async Task<long> WriteRuns(string path, ExportFormat format, IReadOnlyList<CataloguedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(format);
        var columns = RunExportColumns.Whole(runs);
        foreach (CataloguedRun run in runs)
        {
            columns.Add(run);
        }

        await WholeFile.WriteAsync(
            path,
            async stream =>
            {
                await using ITableWriter table = await format.Create(stream, [.. columns.Columns]);
                await table.WriteRows();
            }
        );
        return runs.Count;
    }

    /// <summary>Writes a row for each episode, or each epoch of supervised training: what names its run, the settings that differ, and what was measured.</summary>
    /// <param name="path">The file; it is there whole or not at all.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="RecordException">The episodes of a run cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The writing was cancelled.</exception>
    public static async Task<long> WriteEpisodes(
        string path,
        ExportFormat format,
        IReadOnlyList<CataloguedRun> runs,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(runs);
        string[] names = [.. runs.SelectMany(run => run.ReadColumns()).Distinct(StringComparer.Ordinal)];
        var columns = new EpisodeExportColumns(runs, names);
        ExportColumn[] all = [.. columns.Columns];
        long rows = 0;
        await WholeFile.WriteAsync(
            path,
            async stream =>
            {
                await using ITableWriter table = await format.Create(stream, all);
                foreach (var (place, run) in runs.Index())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (run.ReadTable() is { } episodes)
                    {
                        columns.Add(run, episodes);
                    }

                    if (all[0].Count >= RowsOfGroup || place == runs.Count - 1)
                    {
                        rows += all[0].Count;
                        await table.WriteRows();
                        Array.ForEach(all, column => column.Clear());
                    }
                }
            }
        );
        return rows;
    }
}
