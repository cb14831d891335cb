using System.Globalization;
using Hebb.Lab.Summaries;
using Hebb.Lab.Training;
using Spectre.Console;

namespace Hebb.Cli.Training;

/// <summary>
/// The tables of results at the end of a training. Narrow terminals see fewer columns rather than broken ones; all of
/// them are in the files.
/// </summary>
internal static class TrainingTables
{
    private const int Gap = 2;

    /// <summary>A row for each run of an agent.</summary>
    /// <param name="summary">The runs.</param>
    public static Table OfRuns(TrainingSummary summary)
    {
        Table table = new Table().Border(TableBorder.None);
        foreach ((var name, _) in TrainingColumns.OfRun)
        {
            table.AddColumn(name, column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
        }

        foreach (TrainedRun run in summary.Runs)
        {
            table.AddRow([.. TrainingColumns.OfRun.Select(column => Markup.Escape(column.Cell(run.Record)))]);
        }

        return table;
    }

    /// <summary>A row for each agent.</summary>
    /// <param name="summaries">The rows.</param>
    /// <param name="width">The columns of the terminal.</param>
    public static Table OfSummaries(IReadOnlyList<TrainingSummary> summaries, int width)
    {
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn("agent", column => column.NoWrap().Padding(0, 0, Gap, 0));
        var left = width - summaries.Max(row => row.Agent.Name.Length) - Gap;
        List<Func<TrainingSummary, string>> shown = [];
        foreach ((var name, Func<TrainingSummary, string> cell) in TrainingColumns.OfSummary)
        {
            left -= Math.Max(name.Length, summaries.Max(row => cell(row).Length)) + Gap;
            if (left < 0)
            {
                break;
            }

            table.AddColumn(Markup.Escape(name), column => column.RightAligned().NoWrap().Padding(0, 0, Gap, 0));
            shown.Add(cell);
        }

        foreach (TrainingSummary row in summaries)
        {
            table.AddRow([Markup.Escape(row.Agent.Name), .. shown.Select(cell => Markup.Escape(cell(row)))]);
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
