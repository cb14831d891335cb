using System.Globalization;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>The tables of results at the end of a training.</summary>
internal static class TrainingTables
{
    private static readonly Columns<TrainingSummary> Summaries = new()
    {
        { "agent", row => row.Agent.Name },
        TrainingColumns.OfSummary,
    };

    /// <summary>A row for each run of an agent.</summary>
    /// <param name="summary">The runs.</param>
    public static FittedTable OfRuns(TrainingSummary summary) =>
        FittedTable.Of(TrainingColumns.OfRun, summary.Runs.Select(run => run.Record));

    /// <summary>A row for each agent.</summary>
    /// <param name="summaries">The rows.</param>
    public static FittedTable OfSummaries(IEnumerable<TrainingSummary> summaries) =>
        FittedTable.Of(Summaries, summaries);

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
