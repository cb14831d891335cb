using System.Globalization;
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
        (string Name, Func<ConfigurationRuns, string> Cell)[] scores = [.. Scores(groups)];
        foreach (
            var name in (string[])
                [
                    "runs",
                    "finished",
                    "running",
                    .. scores.Select(score => score.Name),
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
                .. scores.Select(score => score.Cell(group)),
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

    // What is said of supervised training and of agents, each where there is any.
    private static IEnumerable<(string Name, Func<ConfigurationRuns, string> Cell)> Scores(
        IReadOnlyList<ConfigurationRuns> groups
    )
    {
        CataloguedRun[] runs = [.. groups.SelectMany(group => group.Runs)];
        if (runs.Length == 0 || runs.Any(run => !run.IsSupervised))
        {
            yield return ("last100 [95 %]", Interval("last100"));
            yield return ("best100 [95 %]", Interval("best100"));
            yield return (
                "greedy",
                group =>
                    Scored(group, ScoreMetric.Find("greedy")).Score?.Mean.ToString("0.0", CultureInfo.InvariantCulture)
                    ?? ""
            );
        }

        if (runs.Any(run => run.IsSupervised))
        {
            yield return ("accuracy [95 %]", Interval("accuracy"));
            yield return ("best-accuracy [95 %]", Interval("best-accuracy"));
        }

        static Func<ConfigurationRuns, string> Interval(string metric) =>
            group => Scored(group, ScoreMetric.Find(metric)).Score?.ToString() ?? "";
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
