using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;

namespace Hebb.Lab.Comparisons;

/// <summary>
/// Configurations beside each other, a row each: the interquartile mean of their scores with its interval before the single
/// runs, and beside it the probability that a run does better than one of the baseline.
/// </summary>
public sealed class ComparisonFigure : PanelFigure
{
    private const int MostNames = 520;
    private const int LeastNames = 200;
    private const int ScoreWidth = 620;
    private const int ProbabilityWidth = 420;
    private const int MishapWidth = 190;

    private static readonly PixelPadding Padding = new(14, 24, 42, 44);
    private static readonly PixelPadding WithMishaps = new(14, 24 + MishapWidth, 42, 44);

    /// <summary>Prepares the figure.</summary>
    public ComparisonFigure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var widest = comparison
            .Tasks.SelectMany(task => task.Rows)
            .Max(row => FigureText.Width(row.Label, RowsGrid.NameSize));
        var names = (int)Math.Clamp(Math.Ceiling(widest) + 24, LeastNames, MostNames);
        var grid = new RowsGrid(RowsGrid.Margin + names, ScoreWidth, ProbabilityWidth + MishapWidth);
        Title = comparison.Metric.Title;
        Note = $"Baseline: {comparison.Baseline}";
        Legend =
        [
            new(
                IntervalText.Legend(
                    "interquartile mean",
                    comparison.Tasks.SelectMany(task => task.Rows).Select(row => row.Score)
                ),
                FigureColors.Mean,
                7
            ),
            new("of the baseline", FigureColors.Threshold, 7),
            new("a run", FigureColors.Seed, 6),
            new("solved, or no better than the baseline", FigureColors.Note, 2, Dashed: true),
        ];
        Panels = [.. comparison.Tasks.SelectMany(task => Block(grid, task))];
    }

    private static FigurePanel[] Block(RowsGrid grid, ComparedTask task)
    {
        FigurePanel[] block = grid.Block(
            task.Title,
            [.. task.Rows.Select(row => (row.Label, row.IsBaseline ? FigureColors.Threshold : FigureColors.Text))],
            [
                (Padding, () => ComparisonPanel.OfScores(task)),
                (WithMishaps, () => ComparisonPanel.OfProbabilities(task)),
            ]
        );
        return
        [
            block[0] with
            {
                Outcome = task.Name is null ? "0: the lowest return that is possible, 1: the highest" : "return",
            },
            block[1] with
            {
                Outcome = "P(better than the baseline)",
                Words = [.. task.Rows.Select(Mishaps)],
            },
        ];
    }

    // What befell runs; where nothing did, how many there are.
    private static string Mishaps(ComparedRuns row)
    {
        (int Count, string Word)[] mishaps =
        [
            (row.Failed, "failed"),
            (row.Diverged, "diverged"),
            (row.Collapsed, "collapsed"),
            (row.Runs.Length - row.Finished - row.Failed, "unfinished"),
        ];
        var words = mishaps
            .Where(one => one.Count > 0)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count} {one.Word}"));
        var told = string.Join(", ", words);
        return told.Length > 0 ? FigureText.Fitted(told, MishapWidth, 16) : Counted.Text(row.Runs.Length, "run");
    }
}
