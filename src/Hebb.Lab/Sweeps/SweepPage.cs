using System.Text;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Sweeps;

/// <summary><c>summary.md</c> of a sweep, for people: its trials, the best first.</summary>
public static class SweepPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="command">The command line that makes these results.</param>
    /// <param name="score">What the score of a run is, as the end of a sentence.</param>
    public static void Write(Stream stream, SweepRecord sweep, string command, string score)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sweep);
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"# Sweep of {sweep.Name}\n\n{Counted.Text(sweep.Trials.Length, "trial")}, seeds {sweep.Seeds} each. Made by\n\n    {command}\n\n"
        );
        Columns.AppendMarkdown(page, Ranked(sweep.Trials));
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            - **score**: the mean over seeds of {score}; of a stopped trial as far as
              it was played.
            - **rung**: how often the trial was good enough to continue, if trials are stopped early.
            - **diverged**: seeds in which a learned parameter became NaN or infinite.

            """
        );
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>Trials by their scores, the best first; those without a score come last.</summary>
    public static IEnumerable<TrialRecord> Ranked(IEnumerable<TrialRecord> trials) =>
        trials
            .OrderByDescending(trial => trial.Status is TrialStatus.Finished)
            .ThenByDescending(trial => trial.Score ?? double.NegativeInfinity)
            .ThenBy(trial => trial.Number);

    /// <summary>What is shown of a trial.</summary>
    public static Columns<TrialRecord> Columns { get; } =
        new()
        {
            { "trial", trial => trial.Number },
            { "score", trial => trial.Score, "0.0" },
            { "status", trial => TrialText.Of(trial.Status), ColumnAlignment.Right },
            { "rung", trial => trial.Rung },
            { "diverged", trial => trial.Diverged },
            { "settings", trial => TrialText.Of(trial.Values), ColumnAlignment.Right },
        };
}
