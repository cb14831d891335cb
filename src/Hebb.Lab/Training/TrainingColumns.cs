using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary>What pages and terminals show of runs.</summary>
public static class TrainingColumns
{
    /// <summary>The columns of a group of runs beside its name, those that matter most first.</summary>
    public static Columns<TrainingSummary> OfSummary { get; } =
        new()
        {
            {
                "solved",
                row => row.Environment.SolvedAt is null ? "-" : $"{row.Solved}/{row.Seeds}",
                ColumnAlignment.Right
            },
            { "solved at", row => row.MedianSteps, "N0" },
            { "last 100 [95 %]", row => row.Last },
            { "worst", row => row.LastLowest, "0.0" },
            { "greedy [95 %]", row => row.Greedy },
            { "us/step", row => row.MicrosecondsPerStep, "0.0" },
            { "diverged", row => row.Diverged },
        };

    /// <summary>The columns of one run.</summary>
    public static Columns<RunRecord> OfRun { get; } =
        new()
        {
            { "seed", run => run.Seed },
            { "episodes", run => run.Episodes, "N0" },
            { "solved at", run => run.SolvedAt, "N0" },
            { "last 100", run => run.Last100, "0.0" },
            { "greedy", run => run.GreedyMean, "0.0" },
            { "us/step", run => run.MicrosecondsPerStep, "0.0" },
            { "diverged at", run => run.DivergedAt, "N0" },
        };

    /// <summary>A table with a row for each agent.</summary>
    public static TextTable TableOf(IEnumerable<TrainingSummary> summaries) =>
        TextTable.Of(new Columns<TrainingSummary> { { "agent", row => row.Agent.Name }, OfSummary }, summaries);

    /// <summary>What the columns mean, in a line.</summary>
    /// <param name="summaries">The rows, of one environment; at least one.</param>
    public static string NoteOf(IReadOnlyList<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var solved = summaries[0].Environment.SolvedAt is { } threshold
            ? FormattableString.Invariant(
                $"solved: a mean return of {threshold} over {Criteria.Window} consecutive training episodes. "
            )
            : "";
        return $"{solved}last, greedy: interquartile mean over seeds, 95 % interval.";
    }
}
