using Hebb.Lab.Tables;

namespace Hebb.Lab.Comparisons;

/// <summary><c>comparison.csv</c>: a row for each configuration in each environment, and over all of them.</summary>
public static class ComparisonTable
{
    private static readonly Columns<(Comparison Comparison, ComparedTask Task, ComparedRuns Runs)> Columns = new()
    {
        { "environment", row => row.Task.Name ?? "all (normalised)" },
        { "configuration", row => row.Runs.Label },
        { "agent", row => row.Runs.Runs[0].Record.Agent },
        { "hash", row => row.Task.Name is null ? "" : row.Runs.Runs[0].Record.Hash },
        { "metric", row => row.Comparison.Metric.Name },
        { "runs", row => row.Runs.Runs.Length },
        { "finished", row => row.Runs.Finished },
        { "failed", row => row.Runs.Failed },
        { "unscored", row => row.Runs.Unscored },
        { "iqm", "iqm_low", "iqm_high", row => row.Runs.Score },
        { "baseline", row => row.Task.Rows.FirstOrDefault(one => one.IsBaseline)?.Label ?? "" },
        { "probability_of_improvement", row => row.Runs.Improvement?.Probability },
        { "probability_low", row => row.Runs.Improvement?.Interval?.Low },
        { "probability_high", row => row.Runs.Improvement?.Interval?.High },
        { "solved", row => row.Runs.Solved },
        { "median_steps_solved", row => row.Runs.MedianSteps },
        { "diverged", row => row.Runs.Diverged },
        { "collapsed", row => row.Runs.Collapsed },
    };

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Columns.WriteCommaSeparated(
            stream,
            comparison.Tasks.SelectMany(task => task.Rows.Select(row => (comparison, task, row)))
        );
    }
}
