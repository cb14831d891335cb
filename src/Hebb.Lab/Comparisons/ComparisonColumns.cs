using Hebb.Lab.Catalogue;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Comparisons;

/// <summary>What terminals show of a comparison.</summary>
public static class ComparisonColumns
{
    /// <summary>The columns, those that matter most first; without a baseline none compares with it.</summary>
    /// <param name="task">What is compared.</param>
    public static Columns<ComparedRuns> Of(ComparedTask task, ScoreMetric metric)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(metric);
        Columns<ComparedRuns> columns = new()
        {
            { "configuration", row => row.Label },
            { "runs", row => row.Runs.Length },
            { "finished", row => row.Finished },
        };
        var score = $"{metric.Name} [95 %]";
        if ((task.Name is null ? "0.000" : metric.Format) is { } format)
        {
            columns.Add(score, row => row.Score, format);
        }
        else
        {
            columns.Add(score, row => row.Score, FittedDecimals.Fitted);
        }

        if (task.HasBaseline)
        {
            columns.Add(
                "P(better) [95 %]",
                row => row.IsBaseline ? "baseline" : row.Improvement?.ToString() ?? "",
                ColumnAlignment.Right
            );
        }

        columns.Add("solved", row => row.Solved);
        columns.Add("solved at", row => row.MedianSteps, "N0");
        columns.Add("diverged", row => row.Diverged);
        columns.Add("collapsed", row => row.Collapsed);
        return columns;
    }
}
