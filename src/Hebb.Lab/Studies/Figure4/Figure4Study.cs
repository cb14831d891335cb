using System.Globalization;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>Every method of the report's Figure 4 plays CartPole-v0 from many seeds.</summary>
public sealed class Figure4Study()
    : Study<Figure4Options, Figure4Findings>(
        StandardName,
        "Play CartPole-v0 with every method of the report's Figure 4 from many seeds, and write the tables and the "
            + "figure. The same arguments go on with what an interrupted command has left, and give the same returns."
    )
{
    internal const string StandardName = "figure4";

    private static readonly (string Name, Func<MethodSummary, string> Cell)[] Columns =
    [
        ("solved", row => Text($"{row.Solved}/{row.Seeds}")),
        ("episode", row => row.MedianEpisodeSolved is { } episode ? Text($"{episode:0.#}") : "-"),
        ("best [95 %]", row => row.Best.ToString()),
        ("last [95 %]", row => row.Last.ToString()),
        ("collapsed", row => Text($"{row.Collapsed}")),
        ("diverged", row => Text($"{row.Diverged}")),
        ("steps/s", row => Text($"{row.StepsPerSecond:N0}")),
    ];

    /// <inheritdoc/>
    public override FormattableString Subject(Figure4Options options) =>
        $"CartPole-v0: {Counted.Text(options.Methods.Count, "method")}, {Counted.Text(options.Seeds, "seed")}, {Counted.Text(options.Episodes, "episode")} a run.";

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
    )
    {
        var figure = new LearningCurveFigure(options, findings);
        return
        [
            ("returns.csv", stream => ReturnsTable.Write(stream, findings.Runs.SelectMany(ofMethod => ofMethod))),
            ("summary.csv", stream => SummaryTable.Write(stream, findings.Summaries)),
            ("summary.md", stream => SummaryPage.Write(stream, options, findings.Summaries, command)),
            ("figure4.png", figure.WritePng),
            ("figure4.svg", figure.WriteSvg),
        ];
    }

    /// <inheritdoc/>
    public override void Show(Figure4Options options, Figure4Findings findings, IStudyOutput output)
    {
        output.Show(TextTable.Of("method", row => row.Method.Name, Columns, findings.Summaries));
        output.Line($"solved: a mean return of {Criteria.SolvedAt} over {Criteria.Window} episodes in a row.");
        output.Line($"best, last: such means; interquartile mean over seeds, 95 % interval.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
