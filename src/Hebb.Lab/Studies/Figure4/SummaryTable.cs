using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary><c>summary.csv</c>: one row for each method, for programs to read.</summary>
public static class SummaryTable
{
    private static readonly Columns<MethodSummary> Columns = new()
    {
        { "method", row => row.Method.Name },
        { "seeds", row => row.Seeds },
        { "solved", row => row.Solved },
        { "median_episode_solved", row => row.MedianEpisodeSolved },
        { "best100_iqm", "best100_low", "best100_high", row => row.Best, "0.####" },
        { "last100_iqm", "last100_low", "last100_high", row => row.Last, "0.####" },
        { "collapsed", row => row.Collapsed },
        { "env_steps", row => row.EnvironmentSteps },
        { "seconds", row => row.Seconds, "0.###" },
        { "steps_per_second", row => row.StepsPerSecond, "0" },
    };

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<MethodSummary> summaries) =>
        Columns.WriteCommaSeparated(stream, summaries);
}
