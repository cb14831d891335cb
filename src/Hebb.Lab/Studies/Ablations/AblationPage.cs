using System.Text;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations;

/// <summary><c>summary.md</c> of an ablation, for people: a table for each study.</summary>
internal static class AblationPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(
        Stream stream,
        TrainingConfiguration configuration,
        IReadOnlyList<SeriesFindings> findings,
        string command
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(findings);
        var page = new StringBuilder("# Ablations\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"{Ablation.Environment}, {configuration.Groups[0].Steps:N0} environment steps a run, seeds {configuration.Seeds}. Made by\n\n    {command}\n"
        );
        foreach (SeriesFindings one in findings)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {one.Study.Title}\n\n");
            AppendTable(page, one);
        }

        AppendDefinitions(page, findings[0].Summaries[0].Environment.SolvedAt);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void AppendTable(StringBuilder page, SeriesFindings findings)
    {
        (string Title, TrainingSummary Summary)[] rows = findings.Study is SensitivityStudy sensitivity
            ?
            [
                .. from axis in sensitivity.Axes
                from point in axis.Points
                select (Title(axis, point), findings.Find(point.Agent.Name)),
            ]
            : [.. findings.Summaries.Select(summary => (summary.Agent.Title, summary))];
        new Columns<(string Title, TrainingSummary Summary)>
        {
            { "agent", row => row.Title },
            { AblationColumns.All, row => row.Summary },
        }.AppendMarkdown(page, rows);
    }

    private static void AppendDefinitions(StringBuilder page, double? solvedAt) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## What the columns mean

            - **solved**: seeds whose mean return over {Criteria.Window} consecutive training episodes was at least {solvedAt}; **solved at**:
              the environment steps at which this was first reached, the median over these seeds.
            - **last 100**: the mean return of the last {Criteria.Window} training episodes; the interquartile mean over seeds and its 95 %
              bootstrap interval ({IntervalText.None("seeds")[
                ..^1
            ].ToLowerInvariant()}). **worst**: the same of the worst seed.
            - **diverged**: seeds in which a learned parameter became NaN or infinite.
            - **one action**: seeds whose last {Criteria.Window} are below {AblationColumns.OneAction}: always the same action
              gives 9.4 steps, random actions 22.

            """
        );

    private static string Title(SensitivityAxis axis, SensitivityPoint point) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{axis.Title}: {point.Value}{(point.Value == axis.Standard ? " (as it is)" : "")}"
        );
}
