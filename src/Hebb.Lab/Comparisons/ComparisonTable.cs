using CsvHelper;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Comparisons;

/// <summary><c>comparison.csv</c>: a row for each configuration in each environment, and over all of them.</summary>
public static class ComparisonTable
{
    private static readonly string[] Columns =
    [
        "environment",
        "configuration",
        "agent",
        "hash",
        "metric",
        "runs",
        "finished",
        "failed",
        "unscored",
        "iqm",
        "iqm_low",
        "iqm_high",
        "baseline",
        "probability_of_improvement",
        "probability_low",
        "probability_high",
        "solved",
        "median_steps_solved",
        "diverged",
        "collapsed",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="comparison">The comparison.</param>
    public static void Write(Stream stream, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(comparison);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (ComparedTask task in comparison.Tasks)
        {
            foreach (ComparedRuns row in task.Rows)
            {
                Write(table, comparison, task, row);
            }
        }
    }

    private static void Write(CsvWriter table, Comparison comparison, ComparedTask task, ComparedRuns row)
    {
        table.WriteField(task.Name ?? "all (normalised)");
        table.WriteField(row.Label);
        table.WriteField(row.Runs[0].Record.Agent);
        table.WriteField(task.Name is null ? "" : row.Runs[0].Record.Hash);
        table.WriteField(comparison.Metric.Name);
        table.WriteNumber(row.Runs.Length);
        table.WriteNumber(row.Finished);
        table.WriteNumber(row.Failed);
        table.WriteNumber(row.Unscored);
        table.WriteIfAny(row.Score?.Mean);
        table.WriteIfAny(row.Score?.Interval.Low);
        table.WriteIfAny(row.Score?.Interval.High);
        table.WriteField(task.Rows.First(one => one.IsBaseline).Label);
        table.WriteIfAny(row.Improvement?.Probability);
        table.WriteIfAny(row.Improvement?.Interval.Low);
        table.WriteIfAny(row.Improvement?.Interval.High);
        table.WriteNumber(row.Solved);
        table.WriteIfAny(row.MedianSteps);
        table.WriteNumber(row.Diverged);
        table.WriteNumber(row.Collapsed);
        table.EndRecord();
    }
}
