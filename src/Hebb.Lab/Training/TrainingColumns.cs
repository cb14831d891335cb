using System.Globalization;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary>What pages and terminals show of runs, and how they write it; a dash stands for what there is not.</summary>
public static class TrainingColumns
{
    /// <summary>The columns of a group of runs beside its name, those that matter most first.</summary>
    public static IReadOnlyList<(string Name, Func<TrainingSummary, string> Cell)> OfSummary { get; } =
    [
        ("solved", row => row.Environment.SolvedAt is null ? "-" : Text($"{row.Solved}/{row.Seeds}")),
        ("solved at", row => Number(row.MedianSteps, "N0")),
        ("last 100 [95 %]", row => row.Last?.ToString() ?? "-"),
        ("worst", row => Number(row.LastLowest, "0.0")),
        ("greedy [95 %]", row => row.Greedy?.ToString() ?? "-"),
        ("us/step", row => Number(row.MicrosecondsPerStep, "0.0")),
        ("diverged", row => Text($"{row.Diverged}")),
    ];

    /// <summary>The columns of one run.</summary>
    public static IReadOnlyList<(string Name, Func<RunRecord, string> Cell)> OfRun { get; } =
    [
        ("seed", run => Text($"{run.Seed}")),
        ("episodes", run => Text($"{run.Episodes:N0}")),
        ("solved at", run => Number(run.SolvedAt, "N0")),
        ("last 100", run => Number(run.Last100, "0.0")),
        ("greedy", run => Number(run.GreedyMean, "0.0")),
        ("us/step", run => Number(run.MicrosecondsPerStep, "0.0")),
        ("diverged at", run => Number(run.DivergedAt, "N0")),
    ];

    /// <summary>A table with a row for each agent.</summary>
    /// <param name="summaries">The rows.</param>
    public static TextTable TableOf(IReadOnlyList<TrainingSummary> summaries) =>
        TextTable.Of("agent", row => row.Agent.Name, OfSummary, summaries);

    /// <summary>What the columns mean, in a line.</summary>
    /// <param name="summaries">The rows, of one environment; at least one.</param>
    public static string NoteOf(IReadOnlyList<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var solved = summaries[0].Environment.SolvedAt is { } threshold
            ? Text($"solved: a mean return of {threshold} over {Criteria.Window} training episodes in a row. ")
            : "";
        return $"{solved}last, greedy: interquartile mean over seeds, 95 % interval.";
    }

    private static string Number(double? number, string format) =>
        number?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
