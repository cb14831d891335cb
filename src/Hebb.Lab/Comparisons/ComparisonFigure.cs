using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;

namespace Hebb.Lab.Comparisons;

/// <summary>
/// Configurations beside each other, a row each: the interquartile mean of their scores with its interval before the single
/// runs, and beside it, where there is a baseline, the probability that a run does better than one of it.
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

    private readonly bool _hasBaseline;

    /// <summary>Prepares the figure.</summary>
    public ComparisonFigure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var widest = comparison
            .Tasks.SelectMany(task => task.Rows)
            .Max(row => FigureText.Width(row.Label, RowsGrid.NameSize));
        var names = (int)Math.Clamp(Math.Ceiling(widest) + 24, LeastNames, MostNames);
        _hasBaseline = comparison.Baseline is not null;
        var grid = _hasBaseline
            ? new RowsGrid(RowsGrid.Margin + names, ScoreWidth, ProbabilityWidth + MishapWidth)
            : new RowsGrid(RowsGrid.Margin + names, ScoreWidth + MishapWidth);
        Title = comparison.Metric.Title;
        Note = _hasBaseline ? $"Baseline: {comparison.Baseline}" : "";
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
            .. _hasBaseline ? [new LegendSample("of the baseline", FigureColors.Threshold, 7)] : (LegendSample[])[],
            new("a run", FigureColors.Seed, 6),
            new(_hasBaseline ? "solved, or no better than the baseline" : "solved", FigureColors.Note, 2, Dashed: true),
        ];
        Panels = [.. comparison.Tasks.SelectMany(task => Block(grid, task))];
    }

    private FigurePanel[] Block(RowsGrid grid, ComparedTask task)
    {
        FigurePanel[] block = grid.Block(
            task.Title,
            [.. task.Rows.Select(row => (row.Label, row.IsBaseline ? FigureColors.Threshold : FigureColors.Text))],
            [
                (_hasBaseline ? Padding : WithMishaps, () => ComparisonPanel.OfScores(task)),
                .. _hasBaseline
                    ? [(WithMishaps, () => ComparisonPanel.OfProbabilities(task))]
                    : ((PixelPadding, Func<Plot>)[])[],
            ]
        );
        block[0] = block[0] with
        {
            Outcome = task.Name is null ? "0: the lowest return that is possible, 1: the highest" : "return",
        };
        if (_hasBaseline)
        {
            block[^1] = block[^1] with { Outcome = "P(better than the baseline)" };
        }

        block[^1] = block[^1] with { Words = [.. task.Rows.Select(Mishaps)] };
        return block;
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
