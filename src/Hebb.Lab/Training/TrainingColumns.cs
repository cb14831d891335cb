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
            { "last 100 [95 %]", row => row.Last, FittedDecimals.Fitted, Fewer },
            { "worst", row => row.LastLowest, FittedDecimals.Fitted },
            { "greedy [95 %]", row => row.Greedy, FittedDecimals.Fitted },
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
            { "last 100", run => run.Last100, FittedDecimals.Fitted, run => Fewer(run.Episodes, run.Episodes) },
            { "greedy", run => run.GreedyMean, FittedDecimals.Fitted },
            { "us/step", run => run.MicrosecondsPerStep, "0.0" },
            { "diverged at", run => run.DivergedAt, "N0" },
        };

    private static string Fewer(TrainingSummary row) =>
        Fewer(row.Runs.Min(run => run.Record.Episodes), row.Runs.Max(run => run.Record.Episodes));

    // Of how many episodes a mean is that is called that of the last 100.
    private static string Fewer(int fewest, int most) =>
        fewest >= Criteria.Window ? ""
        : fewest == most ? $" ({fewest})"
        : $" ({fewest} to {Math.Min(most, Criteria.Window)})";

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
        Estimate?[] estimates = [.. summaries.SelectMany(row => (Estimate?[])[row.Last, row.Greedy])];
        var fewer = summaries.Any(row => row.Runs.Any(run => run.Record.Episodes < Criteria.Window))
            ? $" A number in parentheses: the mean of so many episodes, where there are fewer than {Criteria.Window}."
            : "";
        return $"{solved}last, greedy: {IntervalText.Legend("interquartile mean over seeds", estimates, "seeds")}.{fewer} {IntervalText.Missing(estimates, "seeds")}".TrimEnd();
    }
}
