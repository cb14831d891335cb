using System.Globalization;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>The tables of results at the end of a training.</summary>
internal static class TrainingTables
{
    /// <summary>A row for each run of an agent.</summary>
    /// <param name="summary">The runs.</param>
    public static FittedTable OfRuns(TrainingSummary summary)
    {
        var table = new FittedTable();
        foreach ((var name, _) in TrainingColumns.OfRun)
        {
            table.AddColumn(name, isNumber: true);
        }

        foreach (TrainedRun run in summary.Runs)
        {
            table.AddRow(TrainingColumns.OfRun.Select(column => column.Cell(run.Record)));
        }

        return table;
    }

    /// <summary>A row for each agent.</summary>
    /// <param name="summaries">The rows.</param>
    public static FittedTable OfSummaries(IReadOnlyList<TrainingSummary> summaries)
    {
        var table = new FittedTable();
        table.AddColumn("agent", isNumber: false);
        foreach ((var name, _) in TrainingColumns.OfSummary)
        {
            table.AddColumn(name, isNumber: true);
        }

        foreach (TrainingSummary row in summaries)
        {
            table.AddRow([row.Agent.Name, .. TrainingColumns.OfSummary.Select(column => column.Cell(row))]);
        }

        return table;
    }

    /// <summary>What the columns mean, in a line or two.</summary>
    /// <param name="summaries">The rows, of one environment.</param>
    public static string Note(IReadOnlyList<TrainingSummary> summaries)
    {
        var solved = summaries[0].Environment.SolvedAt is { } threshold
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"solved: a mean return of {threshold} over {Criteria.Window} training episodes in a row. "
            )
            : "";
        return $"{solved}last, greedy: interquartile mean over seeds, 95 % interval.";
    }
}
