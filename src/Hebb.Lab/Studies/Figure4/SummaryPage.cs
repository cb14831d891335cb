using System.Text;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary><c>summary.md</c>: the summary for people, with what the report claims and what was found.</summary>
public static class SummaryPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="rows">The results, in the order of the figure.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(
        Stream stream,
        Figure4Options configuration,
        IReadOnlyList<SummaryRow> rows,
        string command
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(rows);

        var page = new StringBuilder();
        page.Append("# The report's Figure 4, over seeds\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"CartPole-v0 (at most 200 steps an episode), {Counted.Text(configuration.Episodes, "episode")} a run of the report's methods; "
        );
        page.Append("the rules made to work and their backprop twins learn a budget of environment steps. ");
        page.Append(CultureInfo.InvariantCulture, $"Seeds {configuration.Seeds}. Made by\n\n");
        page.Append(CultureInfo.InvariantCulture, $"    {command}\n\n");
        page.Append("![Return of an episode while learning: a panel for each method of the report](figure4.png)\n\n");
        AppendResults(page, rows);
        AppendClaims(page, rows);
        AppendDefinitions(page);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void AppendResults(StringBuilder page, IReadOnlyList<SummaryRow> rows)
    {
        page.Append("## Results\n\n");
        Results(rows).AppendMarkdown(page, rows);
    }

    // A panel's title stands in its first row alone.
    private static Columns<SummaryRow> Results(IReadOnlyList<SummaryRow> rows) =>
        new()
        {
            { "", row => IsFirst(rows, row) ? row.Panel : "\u00a0" },
            { "rule", row => row.Role },
            { "method", row => $"`{row.Name}`" },
            { "solved", row => $"{row.Summary.Solved} of {row.Summary.Seeds}", ColumnAlignment.Right },
            { "at episode (median)", row => row.Summary.MedianEpisodeSolved, "0.#" },
            { "best 100 [95 %]", row => row.Summary.Best },
            { "last 100 [95 %]", row => row.Summary.Last },
            { "collapsed", row => row.Summary.Collapsed },
            { "diverged", row => row.Summary.Diverged },
            { "env steps", row => row.Summary.EnvironmentSteps, "N0" },
            { "seconds", row => row.Summary.Seconds, "N1" },
            { "steps per second", row => row.Summary.StepsPerSecond, "N0" },
        };

    private static bool IsFirst(IReadOnlyList<SummaryRow> rows, SummaryRow row) =>
        ReferenceEquals(rows.First(other => string.Equals(other.Panel, row.Panel, StringComparison.Ordinal)), row);

    private static void AppendClaims(StringBuilder page, IReadOnlyList<SummaryRow> rows)
    {
        page.Append("\n## What the report claims, and what was found\n\n");
        var columns = new Columns<(MethodSummary Summary, ReportMethod Report)>
        {
            { "method", row => $"{row.Report.Title} (`{row.Report.Name}`)" },
            { "section", row => row.Report.Section },
            { "rule", row => row.Report.Rule },
            { "the report", row => row.Report.Claim },
            { "found", row => Finding.Of(row.Summary) },
        };
        columns.AppendMarkdown(
            page,
            rows.Where(row => row.Summary.Method.Report is not null)
                .Select(row => (row.Summary, row.Summary.Method.Report!))
        );
    }

    private static void AppendDefinitions(StringBuilder page) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## What the columns mean

            - **rule**: *as published* is the rule of the report's equations, *as coded* that of its code, *made to work* the agent of
              this repository that took its place, *backprop twin* the same agent with gradients by backprop.
            - **solved**: seeds with a mean return of {Criteria.SolvedAt} or more over {Criteria.Window} consecutive full episodes.
            - **median episode solved**: the median, over the solved seeds, of the episode at whose end this was first reached.
            - **best 100**, **last 100**: a seed's best mean return over {Criteria.Window} episodes in a row, and the mean of its last
              {Criteria.Window}; over all its episodes where there are fewer. Given are the interquartile mean over seeds (a quarter
              of the seeds, rounded down, is dropped at either end) and, in brackets, its 95 % percentile bootstrap interval
              ({Criteria.Resamples} resamples of the seeds, resampling seed {Criteria.ResamplingSeed}). {IntervalText.None(
                "seeds"
            )}
            - **collapsed**: seeds whose mean over {Criteria.Window} episodes had been above {Criteria.CollapseAbove} and later fell below half of the
              best it had reached before.
            - **diverged**: seeds in which a learned parameter became NaN or infinite; such runs continue to their end, and their results count.
            - **env steps**, **seconds**, **steps per second**: environment steps of all seeds; the wall time of their runs, one
              core each, added up, learning included; and the one divided by the other. These depend on the machine.

            The returns of every episode are in `returns.csv`, this table in `summary.csv`, the runs in `runs/`.

            """
        );
}
