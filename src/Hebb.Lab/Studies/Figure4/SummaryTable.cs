using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary><c>summary.csv</c>: one row for each method in each panel that shows it, for programs to read.</summary>
public static class SummaryTable
{
    private static readonly Columns<SummaryRow> Columns = new()
    {
        { "panel", row => row.Place?.Panel ?? "" },
        { "role", row => row.Place?.RoleText ?? "" },
        { "method", row => row.Name },
        { "seeds", row => row.Summary.Seeds },
        { "solved", row => row.Summary.Solved },
        { "median_episode_solved", row => row.Summary.MedianEpisodeSolved },
        { "best100_iqm", "best100_low", "best100_high", row => row.Summary.Best, "0.####" },
        { "last100_iqm", "last100_low", "last100_high", row => row.Summary.Last, "0.####" },
        { "collapsed", row => row.Summary.Collapsed },
        { "env_steps", row => row.Summary.EnvironmentSteps },
        { "seconds", row => row.Summary.Seconds, "0.###" },
        { "steps_per_second", row => row.Summary.StepsPerSecond, "0" },
    };

    /// <summary>Writes the table.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<SummaryRow> rows) => Columns.WriteCommaSeparated(stream, rows);
}
