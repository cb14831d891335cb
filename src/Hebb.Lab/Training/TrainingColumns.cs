using System.Globalization;
using Hebb.Lab.Runs;

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
    public static IReadOnlyList<(string Name, Func<TrainingRecord, string> Cell)> OfRun { get; } =
    [
        ("seed", run => Text($"{run.Seed}")),
        ("episodes", run => Text($"{run.Episodes:N0}")),
        ("solved at", run => Number(run.SolvedAt, "N0")),
        ("last 100", run => Number(run.Last100, "0.0")),
        ("greedy", run => Number(run.GreedyMean, "0.0")),
        ("us/step", run => Number(run.MicrosecondsPerStep, "0.0")),
        ("diverged at", run => Number(run.DivergedAt, "N0")),
    ];

    private static string Number(double? number, string format) =>
        number?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
