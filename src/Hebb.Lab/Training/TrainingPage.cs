using System.Text;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Training;

/// <summary><c>summary.md</c> of the runs of one agent, for people.</summary>
internal static class TrainingPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(Stream stream, AgentPlan plan, SeedSet seeds, TrainingSummary summary, string command)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(summary);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {summary.Agent.Title} in {summary.Environment.Name}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{plan.Budget} a run, seeds {seeds}. Made by\n\n    {command}\n\n");
        page.Append("![Mean return over 100 episodes while learning](learning-curve.png)\n\n");
        new Columns<TrainingSummary> { { "agent", row => row.Agent.Title }, TrainingColumns.OfSummary }.AppendMarkdown(
            page,
            [summary]
        );
        page.Append("\n## The seeds\n\n");
        TrainingColumns.OfRun.AppendMarkdown(page, summary.Runs.Select(run => run.Record));
        page.Append("\n## What the columns mean\n\n");
        AppendDefinitions(page, plan.Evaluation, [summary]);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>Says what the columns mean.</summary>
    /// <param name="evaluation">How many episodes were played greedily.</param>
    internal static void AppendDefinitions(StringBuilder page, int evaluation, IReadOnlyList<TrainingSummary> summaries)
    {
        string[] thresholds =
        [
            .. summaries
                .Select(summary => summary.Environment)
                .DistinctBy(environment => environment.Name, StringComparer.Ordinal)
                .Where(environment => environment.SolvedAt.HasValue)
                .Select(environment =>
                    string.Create(CultureInfo.InvariantCulture, $"{environment.SolvedAt} in {environment.Name}")
                ),
        ];
        var threshold = thresholds.Length == 0 ? "a threshold: there is none here" : string.Join(", ", thresholds);
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            - **solved**: seeds whose mean return over {Criteria.Window} consecutive training episodes was at least {threshold}.
            - **solved at**: the environment steps at which this was first reached; in a table over seeds the median over the seeds that solved it.
            - **last 100**: the mean return of the last {Criteria.Window} training episodes; the interquartile mean over seeds (a quarter of
              the seeds, rounded down, is dropped at either end) and, in brackets, its 95 % percentile bootstrap interval
              ({Criteria.Resamples} resamples of the seeds, resampling seed {Criteria.ResamplingSeed}). {IntervalText.None(
                "seeds"
            )} Of a run with fewer
              episodes it is the mean of all of them, with their number in parentheses. **worst**: the same of the worst seed.
            - **greedy**: the mean return of {evaluation} episodes after training, with the agent's greedy actions, in
              separate environments; a dash if there were none or if the agent has no greedy mode.
            - **us/step**: microseconds of wall time for each environment step, learning included, on one core; the median over seeds.
              It depends on the machine and on what else runs there.
            - **diverged**: seeds in which a learned parameter became NaN or infinite; such runs continue to their end, and their results count.

            The runs are in `runs.csv`, their episodes in `episodes.csv` of their folders, the tables' numbers in `summary.csv`.

            """
        );
    }
}
