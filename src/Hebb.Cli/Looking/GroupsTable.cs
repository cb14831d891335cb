using System.Globalization;
using Hebb.Cli.Consoles;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Numerics.Statistics;

namespace Hebb.Cli.Looking;

/// <summary>A line for each configuration.</summary>
internal static class GroupsTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="groups">The configurations.</param>
    public static FittedTable Of(IReadOnlyList<ConfigurationRuns> groups)
    {
        var table = new FittedTable();
        table.AddColumn("configuration", isNumber: false);
        table.AddColumn("agent", isNumber: false);
        table.AddColumn("environment", isNumber: false);
        foreach (
            var name in (string[])
                [
                    "runs",
                    "finished",
                    "running",
                    "last100 [95 %]",
                    "best100 [95 %]",
                    "greedy",
                    "solved",
                    "us/step",
                    "diverged",
                    "collapsed",
                ]
        )
        {
            table.AddColumn(name, isNumber: true);
        }

        foreach (ConfigurationRuns group in groups)
        {
            ComparedRuns last = Scored(group, ScoreMetric.Find("last100"));
            table.AddRow([
                group.Label,
                group.Agent,
                group.Environment,
                Text(group.Runs.Length),
                Text(last.Finished),
                Text(group.Runs.Count(run => run.State == RunState.Running)),
                last.Score?.ToString() ?? "",
                Scored(group, ScoreMetric.Find("best100")).Score?.ToString() ?? "",
                Scored(group, ScoreMetric.Find("greedy")).Score?.Mean.ToString("0.0", CultureInfo.InvariantCulture)
                    ?? "",
                Text(last.Solved),
                Median
                    .Of([.. group.Runs.Select(run => run.Record.MicrosecondsPerStep)])
                    .ToString("0.0", CultureInfo.InvariantCulture),
                Text(last.Diverged),
                Text(last.Collapsed),
            ]);
        }

        return table;
    }

    private static ComparedRuns Scored(ConfigurationRuns group, ScoreMetric metric) =>
        new(
            group.Label,
            [
                [.. group.Runs.Select(metric.Of).OfType<double>().Where(double.IsFinite)],
            ],
            group.Runs
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
