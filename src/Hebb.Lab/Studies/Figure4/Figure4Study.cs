using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// Every method of the report's Figure 4 learns CartPole-v0 from many seeds: as published, as coded, made to work, and by backprop.
/// </summary>
public sealed class Figure4Study()
    : Study<Figure4Options, Figure4Findings>(
        StandardName,
        "Train every method of the report's Figure 4 on CartPole-v0 with many seeds: as published, as coded, made to work, and "
            + "its backprop twin. Write the tables and the figure. The same arguments continue an interrupted command, and give the same returns."
    )
{
    internal const string StandardName = "figure4";

    private static readonly Columns<SummaryRow> Columns = new()
    {
        { "method", row => row.Name },
        { "rule", row => row.Role },
        { "solved", row => $"{row.Summary.Solved}/{row.Summary.Seeds}", ColumnAlignment.Right },
        { "episode", row => row.Summary.MedianEpisodeSolved, "0.#" },
        { "best [95 %]", row => row.Summary.Best },
        { "last [95 %]", row => row.Summary.Last },
        { "diverged", row => row.Summary.Diverged },
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
            experiment => experiment.ProgressOf("method", "episodes or steps"),
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
            ("summary.csv", stream => SummaryTable.Write(stream, findings.Rows)),
            ("summary.md", stream => SummaryPage.Write(stream, options, findings.Rows, command)),
            .. new LearningCurveFigure(options, findings).Files("figure4"),
        ];

    /// <inheritdoc/>
    public override void Show(Figure4Options options, Figure4Findings findings, IStudyOutput output)
    {
        output.Show(TextTable.Of(Columns, findings.Rows, heading: row => row.Panel));
        output.Line($"solved: a mean return of {Criteria.SolvedAt} over {Criteria.Window} episodes in a row.");
        output.Line(
            $"best, last: such means; {IntervalText.Legend("interquartile mean over seeds", findings.Summaries.Select(row => (Estimate?)row.Last), "seeds")}."
        );
    }
}
