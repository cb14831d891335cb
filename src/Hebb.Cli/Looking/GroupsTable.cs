using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;

namespace Hebb.Cli.Looking;

/// <summary>A line for each configuration.</summary>
internal static class GroupsTable
{
    /// <summary>Makes the table; scores of agents and of supervised training are shown each where there is any.</summary>
    public static TextTable Of(IReadOnlyList<ConfigurationRuns> groups)
    {
        CataloguedRun[] runs = [.. groups.SelectMany(group => group.Runs)];
        var columns = new Columns<(ConfigurationRuns Group, ComparedRuns Last)>
        {
            { "configuration", row => row.Group.Label },
            { "agent", row => row.Group.Agent },
            { "environment", row => row.Group.Environment },
            { "runs", row => row.Group.Runs.Length },
            { "finished", row => row.Last.Finished },
            { "running", row => row.Group.Runs.Count(run => run.State == RunState.Running) },
        };
        if (runs.Length == 0 || runs.Any(run => !run.IsSupervised))
        {
            columns.Add("last100 [95 %]", row => row.Last.Score, FittedDecimals.Fitted);
            columns.Add(
                "best100 [95 %]",
                row => Scored(row.Group, ScoreMetric.Find("best100")).Score,
                FittedDecimals.Fitted
            );
            columns.Add(
                "greedy",
                row => Scored(row.Group, ScoreMetric.Find("greedy")).Score?.Mean,
                FittedDecimals.Fitted
            );
        }

        if (runs.Any(run => run.IsSupervised))
        {
            columns.Add("accuracy [95 %]", row => Scored(row.Group, ScoreMetric.Find("accuracy")).Score, "0.00");
            columns.Add(
                "best-accuracy [95 %]",
                row => Scored(row.Group, ScoreMetric.Find("best-accuracy")).Score,
                "0.00"
            );
        }

        columns.Add("solved", row => row.Last.Solved);
        columns.Add(
            "us/step",
            row => Median.Of([.. row.Group.Runs.Select(run => run.Record.MicrosecondsPerStep)]),
            "0.0"
        );
        columns.Add("diverged", row => row.Last.Diverged);
        columns.Add("collapsed", row => row.Last.Collapsed);
        return TextTable.Of(columns, groups.Select(group => (group, Scored(group, ScoreMetric.Find("last100")))));
    }

    /// <summary>Why some of them have no interval; empty where all have.</summary>
    public static string NoteOf(IReadOnlyList<ConfigurationRuns> groups) =>
        groups.Any(group => group.Runs.Length < Criteria.LeastForInterval) ? IntervalText.None() : "";

    private static ComparedRuns Scored(ConfigurationRuns group, ScoreMetric metric) =>
        new(
            group.Label,
            [
                [.. group.Runs.Select(metric.Of).OfType<double>().Where(double.IsFinite)],
            ],
            group.Runs
        );
}
