using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary><c>summary.csv</c>: one row for each agent in each environment, for programs to read.</summary>
internal static class TrainingTable
{
    private static readonly Columns<TrainingSummary> Columns = new()
    {
        { "agent", row => row.Group.Agent },
        { "twin", row => row.Agent.Twin ?? "" },
        { "environment", row => row.Group.Environment },
        { "steps", row => row.Group.Steps },
        { "seeds", row => row.Seeds },
        { "solved", row => row.Solved },
        { "median_steps_solved", row => row.MedianSteps },
        { "last100_iqm", "last100_low", "last100_high", row => row.Last },
        { "last100_min", row => row.LastLowest },
        { "greedy_iqm", "greedy_low", "greedy_high", row => row.Greedy },
        { "microseconds_per_step", row => row.MicrosecondsPerStep, "0.###" },
        { "diverged", row => row.Diverged },
    };

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<TrainingSummary> summaries) =>
        Columns.WriteCommaSeparated(stream, summaries);
}
