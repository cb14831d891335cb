using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Comparisons;

/// <summary>
/// Configurations beside each other, a row each: the interquartile mean of their scores with its interval before the single
/// runs, and beside it the probability that a run does better than one of the baseline.
/// </summary>
public sealed class ComparisonFigure : Figure
{
    private const int Margin = 30;
    private const int MostNames = 520;
    private const int LeastNames = 200;
    private const int NameSize = 17;
    private const int ScoreWidth = 620;
    private const int ProbabilityWidth = 420;
    private const int MishapWidth = 190;
    private const int RowHeight = 30;
    private const int Head = 142;
    private const int Foot = 24;

    private static readonly PixelPadding Padding = new(14, 24, 62, 40);

    private readonly Comparison _comparison;
    private readonly int _names;

    /// <summary>Prepares the figure.</summary>
    /// <param name="comparison">The comparison.</param>
    public ComparisonFigure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        _comparison = comparison;
        var widest = comparison.Tasks.SelectMany(task => task.Rows).Max(row => FigureText.Width(row.Label, NameSize));
        _names = (int)Math.Clamp(Math.Ceiling(widest) + 24, LeastNames, MostNames);
    }

    /// <inheritdoc/>
    private protected override int Width => Margin + _names + ScoreWidth + ProbabilityWidth + MishapWidth;

    /// <inheritdoc/>
    private protected override int Height => Head + _comparison.Tasks.Sum(HeightOf) + Foot;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        text.Write(
            _comparison.Metric.Title,
            new Pixel(Margin, 20),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        var note = FigureText.Fitted($"Baseline: {_comparison.Baseline}", Width - (2 * Margin), 19);
        text.Write(note, new Pixel(Margin, 60), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(
            new Pixel(Margin, 108),
            [
                new("interquartile mean, 95 % interval", FigureColors.Mean, 7),
                new("of the baseline", FigureColors.Threshold, 7),
                new("a run", FigureColors.Seed, 6),
                new("solved, or no better than the baseline", FigureColors.Note, 2, Dashed: true),
            ]
        );
        var top = Head;
        foreach (ComparedTask task in _comparison.Tasks)
        {
            DrawTask(canvas, text, task, top);
            top += HeightOf(task);
        }
    }

    private static int HeightOf(ComparedTask task) =>
        (int)(Padding.Top + Padding.Bottom) + (task.Rows.Length * RowHeight);

    private void DrawTask(SKCanvas canvas, FigureText text, ComparedTask task, int top)
    {
        var bottom = top + HeightOf(task);
        var scores = new PixelRect(Margin + _names, Margin + _names + ScoreWidth, bottom, top);
        var probabilities = new PixelRect(scores.Right, scores.Right + ProbabilityWidth, bottom, top);
        using (Plot plot = ComparisonPanel.OfScores(task, Padding))
        {
            PanelStyle.Draw(plot, canvas, scores);
        }

        using (Plot plot = ComparisonPanel.OfProbabilities(task, Padding))
        {
            PanelStyle.Draw(plot, canvas, probabilities);
        }

        var title = new Pixel(Margin, top + Padding.Top - 8);
        text.Write(task.Title, title, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        Above(text, scores, task.Name is null ? "0: the lowest return that is possible, 1: the highest" : "return");
        Above(text, probabilities, "P(better than the baseline)");
        foreach (var (place, row) in task.Rows.Index())
        {
            var y = top + Padding.Top + ((place + 0.5f) * RowHeight);
            var name = FigureText.Fitted(row.Label, _names - 20, NameSize);
            Color color = row.IsBaseline ? FigureColors.Threshold : FigureColors.Text;
            text.Write(name, new Pixel(scores.Left, y), Alignment.MiddleRight, NameSize, color);
            var beside = new Pixel(probabilities.Right - 8, y);
            text.Write(Mishaps(row), beside, Alignment.MiddleLeft, 15, FigureColors.Note);
        }
    }

    private static void Above(FigureText text, PixelRect panel, string words) =>
        text.Write(
            words,
            new Pixel(panel.Left + Padding.Left, panel.Top + Padding.Top - 8),
            Alignment.LowerLeft,
            16,
            FigureColors.Note
        );

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
        return told.Length > 0 ? FigureText.Fitted(told, MishapWidth - 4, 15) : Counted.Text(row.Runs.Length, "run");
    }
}
