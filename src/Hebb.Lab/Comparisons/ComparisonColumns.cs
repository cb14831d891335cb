using System.Globalization;
using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Comparisons;

/// <summary>What terminals show of a comparison; a dash stands for what there is not.</summary>
public static class ComparisonColumns
{
    /// <summary>The columns beside the name, those that matter most first.</summary>
    /// <param name="task">What is compared.</param>
    /// <param name="metric">The score.</param>
    public static IReadOnlyList<(string Name, Func<ComparedRuns, string> Cell)> Of(
        ComparedTask task,
        ScoreMetric metric
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(metric);
        var format = task.Name is null ? "0.000" : metric.Format;
        return
        [
            ("runs", row => Text($"{row.Runs.Length}")),
            ("finished", row => Text($"{row.Finished}")),
            (
                $"{metric.Name} [95 %]",
                row =>
                    row.Score is { } score
                        ? $"{Number(score.Mean, format)} [{Number(score.Interval.Low, format)}, {Number(score.Interval.High, format)}]"
                        : "-"
            ),
            ("P(better) [95 %]", row => row.IsBaseline ? "baseline" : row.Improvement?.ToString() ?? "-"),
            ("solved", row => Text($"{row.Solved}")),
            ("solved at", row => row.MedianSteps is { } steps ? Number(steps, "N0") : "-"),
            ("diverged", row => Text($"{row.Diverged}")),
            ("collapsed", row => Text($"{row.Collapsed}")),
        ];
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
