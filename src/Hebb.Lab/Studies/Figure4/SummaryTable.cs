using CsvHelper;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary><c>summary.csv</c>: one row for each method, for programs to read.</summary>
public static class SummaryTable
{
    private static readonly string[] Columns =
    [
        "method",
        "seeds",
        "solved",
        "median_episode_solved",
        "best100_iqm",
        "best100_low",
        "best100_high",
        "last100_iqm",
        "last100_low",
        "last100_high",
        "collapsed",
        "env_steps",
        "seconds",
        "steps_per_second",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The rows.</param>
    public static void Write(Stream stream, IEnumerable<MethodSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(summaries);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (MethodSummary row in summaries)
        {
            table.WriteField(row.Method.Name);
            table.WriteNumber(row.Seeds);
            table.WriteNumber(row.Solved);
            table.WriteIfAny(row.MedianEpisodeSolved);
            Write(table, row.Best);
            Write(table, row.Last);
            table.WriteNumber(row.Collapsed);
            table.WriteNumber(row.EnvironmentSteps);
            table.WriteNumber(row.Seconds, "0.###");
            table.WriteNumber(row.StepsPerSecond, "0");
            table.EndRecord();
        }
    }

    private static void Write(CsvWriter table, Estimate estimate)
    {
        table.WriteNumber(estimate.Mean, "0.####");
        table.WriteNumber(estimate.Interval.Low, "0.####");
        table.WriteNumber(estimate.Interval.High, "0.####");
    }
}
