using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>Every method of the report's Figure 4 plays CartPole-v0 from many seeds.</summary>
public sealed class Figure4Study()
    : Study<Figure4Options, Figure4Findings>(
        StandardName,
        "Train every method of the report's Figure 4 on CartPole-v0 with many seeds, and write the tables and the "
            + "figure. The same arguments continue an interrupted command, and give the same returns."
    )
{
    internal const string StandardName = "figure4";

    private static readonly Columns<MethodSummary> Columns = new()
    {
        { "method", row => row.Method.Name },
        { "solved", row => $"{row.Solved}/{row.Seeds}", ColumnAlignment.Right },
        { "episode", row => row.MedianEpisodeSolved, "0.#" },
        { "best [95 %]", row => row.Best },
        { "last [95 %]", row => row.Last },
        { "collapsed", row => row.Collapsed },
        { "diverged", row => row.Diverged },
        { "steps/s", row => row.StepsPerSecond, "N0" },
    };

    /// <inheritdoc/>
    public override FormattableString Subject(Figure4Options options) =>
        $"CartPole-v0: {Counted.Text(options.Methods.Count, "method")}, {Counted.Text(options.Seeds.Count, "seed")}, {Counted.Text(options.Episodes, "episode")} a run.";

    /// <inheritdoc/>
    public override StudyPlan<Figure4Findings> Plan(Figure4Options options, string directory) =>
        StudyPlan.Of(
            directory,
            options,
            ReportExperiment.Prepare,
            experiment => experiment.ProgressOf("method", "episodes"),
            (experiment, run, cancellation) => Figure4Findings.Of(options, experiment.Run(run, cancellation))
        );

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        Figure4Options options,
        Figure4Findings findings,
        string command
    ) =>
        [
            ("returns.csv", stream => ReturnsTable.Write(stream, findings.Runs.SelectMany(ofMethod => ofMethod))),
            ("summary.csv", stream => SummaryTable.Write(stream, findings.Summaries)),
            ("summary.md", stream => SummaryPage.Write(stream, options, findings.Summaries, command)),
            .. new LearningCurveFigure(options, findings).Files("figure4"),
        ];

    /// <inheritdoc/>
    public override void Show(Figure4Options options, Figure4Findings findings, IStudyOutput output)
    {
        output.Show(TextTable.Of(Columns, findings.Summaries));
        output.Line($"solved: a mean return of {Criteria.SolvedAt} over {Criteria.Window} episodes in a row.");
        output.Line(
            $"best, last: such means; {IntervalText.Legend("interquartile mean over seeds", findings.Summaries.Select(row => (Estimate?)row.Last), "seeds")}."
        );
    }
}
