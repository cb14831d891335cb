using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Cli.Looking;

/// <summary>A line for each configuration.</summary>
internal static class GroupsTable
{
    private static readonly Columns<(ConfigurationRuns Group, ComparedRuns Last)> Columns = new()
    {
        { "configuration", row => row.Group.Label },
        { "agent", row => row.Group.Agent },
        { "environment", row => row.Group.Environment },
        { "runs", row => row.Group.Runs.Length },
        { "finished", row => row.Last.Finished },
        { "running", row => row.Group.Runs.Count(run => run.State == RunState.Running) },
        { "last100 [95 %]", row => row.Last.Score },
        { "best100 [95 %]", row => Scored(row.Group, ScoreMetric.Find("best100")).Score },
        { "greedy", row => Scored(row.Group, ScoreMetric.Find("greedy")).Score?.Mean, "0.0" },
        { "solved", row => row.Last.Solved },
        { "us/step", row => Median.Of([.. row.Group.Runs.Select(run => run.Record.MicrosecondsPerStep)]), "0.0" },
        { "diverged", row => row.Last.Diverged },
        { "collapsed", row => row.Last.Collapsed },
    };

    /// <summary>Makes the table.</summary>
    /// <param name="groups">The configurations.</param>
    public static TextTable Of(IEnumerable<ConfigurationRuns> groups) =>
        TextTable.Of(Columns, groups.Select(group => (group, Scored(group, ScoreMetric.Find("last100")))));

    private static ComparedRuns Scored(ConfigurationRuns group, ScoreMetric metric) =>
        new(
            group.Label,
            [
                [.. group.Runs.Select(metric.Of).OfType<double>().Where(double.IsFinite)],
            ],
            group.Runs
        );
}
