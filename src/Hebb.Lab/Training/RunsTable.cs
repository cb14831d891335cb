using Hebb.Lab.Runs;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary><c>runs.csv</c>: one row for each run.</summary>
internal static class RunsTable
{
    private static readonly Columns<RunRecord> Columns = new()
    {
        { "agent", run => run.Agent },
        { "environment", run => run.Environment },
        { "seed", run => run.Seed },
        { "steps", run => run.StepsTaken },
        { "episodes", run => run.Episodes },
        { "solved_at", run => run.SolvedAt },
        { "last100", run => run.Last100 },
        { "greedy", run => run.GreedyMean },
        { "seconds", run => run.Seconds, "0.###" },
        { "microseconds_per_step", run => run.MicrosecondsPerStep, "0.###" },
        { "diverged_at", run => run.DivergedAt },
    };

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<TrainingSummary> summaries) =>
        Columns.WriteCommaSeparated(stream, summaries.SelectMany(summary => summary.Runs).Select(run => run.Record));
}
