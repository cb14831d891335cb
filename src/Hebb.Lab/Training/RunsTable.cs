using CsvHelper;
using Hebb.Lab.Runs;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary><c>runs.csv</c>: one row for each run.</summary>
public static class RunsTable
{
    private static readonly string[] Columns =
    [
        "agent",
        "environment",
        "seed",
        "steps",
        "episodes",
        "solved_at",
        "last100",
        "greedy",
        "seconds",
        "microseconds_per_step",
        "diverged_at",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The groups of runs, in the order of the rows.</param>
    public static void Write(Stream stream, IEnumerable<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(summaries);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (RunRecord run in summaries.SelectMany(summary => summary.Runs).Select(run => run.Record))
        {
            table.WriteField(run.Agent);
            table.WriteField(run.Environment);
            table.WriteNumber(run.Seed);
            table.WriteNumber(run.StepsTaken);
            table.WriteNumber(run.Episodes);
            table.WriteIfAny(run.SolvedAt);
            table.WriteIfAny(run.Last100);
            table.WriteIfAny(run.GreedyMean);
            table.WriteNumber(run.Seconds, "0.###");
            table.WriteNumber(run.MicrosecondsPerStep, "0.###");
            table.WriteIfAny(run.DivergedAt);
            table.EndRecord();
        }
    }
}
