using System.Text;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.Figure4;

/// <summary><c>summary.md</c>: the summary for people, with what the report claims and what was found.</summary>
public static class SummaryPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The results, a row for each method.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(
        Stream stream,
        Figure4Options configuration,
        IReadOnlyList<MethodSummary> summaries,
        string command
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(summaries);

        var page = new StringBuilder();
        page.Append("# The report's Figure 4, over seeds\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"CartPole-v0 (at most 200 steps an episode), {configuration.Episodes} episodes a run, "
        );
        page.Append(CultureInfo.InvariantCulture, $"seeds {configuration.Seeds}. Made by\n\n");
        page.Append(CultureInfo.InvariantCulture, $"    {command}\n\n");
        page.Append("![Total reward of an episode, by method](figure4.png)\n\n");
        AppendResults(page, summaries);
        AppendClaims(page, summaries);
        AppendDefinitions(page);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void AppendResults(StringBuilder page, IReadOnlyList<MethodSummary> summaries)
    {
        page.Append("## Results\n\n");
        page.Append(
            "| method | seeds | solved | median episode solved | best 100 [95 %] | last 100 [95 %] "
                + "| collapsed | diverged | env steps | seconds | steps per second |\n"
        );
        page.Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (MethodSummary row in summaries)
        {
            var solved = row.MedianEpisodeSolved is { } episode ? Text($"{episode:0.#}") : "-";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(row.Method.Title)} | {row.Seeds} | {row.Solved} | {solved} | {row.Best} | {row.Last} "
            );
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Collapsed} | {row.Diverged} | {row.EnvironmentSteps:N0} | {row.Seconds:N1} | {row.StepsPerSecond:N0} |\n"
            );
        }
    }

    private static void AppendClaims(StringBuilder page, IReadOnlyList<MethodSummary> summaries)
    {
        page.Append("\n## What the report claims, and what was found\n\n");
        page.Append("| method | section | rule | the report | found |\n|---|---|---|---|---|\n");
        foreach (MethodSummary row in summaries)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(row.Method.Title)} (`{row.Method.Name}`) | {row.Method.Section} | {Cell(row.Method.Rule)} "
            );
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(row.Method.Claim)} | {Finding.Of(row)} |\n");
        }
    }

    private static void AppendDefinitions(StringBuilder page) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## What the columns mean

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

    // A vertical bar would end the cell.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
