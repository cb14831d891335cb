using Hebb.Lab.Catalogue;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Comparisons;

/// <summary>What terminals show of a comparison.</summary>
public static class ComparisonColumns
{
    /// <summary>The columns, those that matter most first.</summary>
    /// <param name="task">What is compared.</param>
    public static Columns<ComparedRuns> Of(ComparedTask task, ScoreMetric metric)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(metric);
        return new()
        {
            { "configuration", row => row.Label },
            { "runs", row => row.Runs.Length },
            { "finished", row => row.Finished },
            { $"{metric.Name} [95 %]", row => row.Score, task.Name is null ? "0.000" : metric.Format },
            {
                "P(better) [95 %]",
                row => row.IsBaseline ? "baseline" : row.Improvement?.ToString() ?? "",
                ColumnAlignment.Right
            },
            { "solved", row => row.Solved },
            { "solved at", row => row.MedianSteps, "N0" },
            { "diverged", row => row.Diverged },
            { "collapsed", row => row.Collapsed },
        };
    }
}
