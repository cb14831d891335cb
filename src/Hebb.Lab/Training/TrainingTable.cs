using CsvHelper;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary><c>summary.csv</c>: one row for each agent in each environment, for programs to read.</summary>
public static class TrainingTable
{
    private static readonly string[] Columns =
    [
        "agent",
        "twin",
        "environment",
        "steps",
        "seeds",
        "solved",
        "median_steps_solved",
        "last100_iqm",
        "last100_low",
        "last100_high",
        "last100_min",
        "greedy_iqm",
        "greedy_low",
        "greedy_high",
        "microseconds_per_step",
        "diverged",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The rows.</param>
    public static void Write(Stream stream, IEnumerable<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(summaries);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (TrainingSummary row in summaries)
        {
            table.WriteField(row.Group.Agent);
            table.WriteField(row.Agent.Twin ?? "");
            table.WriteField(row.Group.Environment);
            table.WriteNumber(row.Group.Steps);
            table.WriteNumber(row.Seeds);
            table.WriteNumber(row.Solved);
            table.WriteIfAny(row.MedianSteps);
            Write(table, row.Last);
            table.WriteIfAny(row.LastLowest);
            Write(table, row.Greedy);
            table.WriteNumber(row.MicrosecondsPerStep, "0.###");
            table.WriteNumber(row.Diverged);
            table.EndRecord();
        }
    }

    private static void Write(CsvWriter table, Estimate? estimate)
    {
        table.WriteIfAny(estimate?.Mean);
        table.WriteIfAny(estimate?.Interval.Low);
        table.WriteIfAny(estimate?.Interval.High);
    }
}
