using Hebb.Lab.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>
/// An ablation: a panel a study, a row an agent; the mean return of the last 100 training episodes as interquartile mean over seeds with its 95 %
/// bootstrap interval, and every seed. Ladders stand at the left, what is one agent with one thing changed at the right.
/// </summary>
public sealed class AblationFigure : Figure
{
    private readonly SeriesFindings[] _panels;
    private readonly RowsGrid _grid;

    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">The studies that are shown as rows, and what came of them; at least one.</param>
    public AblationFigure(IReadOnlyList<SeriesFindings> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var columns = Columns(findings);
        _panels = [.. columns.SelectMany(column => column)];
        _grid = new RowsGrid([.. columns.Select(column => column.Select(one => one.Summaries.Length).ToArray())]);
    }

    /// <inheritdoc/>
    private protected override int Width => _grid.Width;

    /// <inheritdoc/>
    private protected override int Height => _grid.Height;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        TrainingSummary first = _panels[0].Summaries[0];
        text.Write(
            $"Mean return of the last {Criteria.Window} training episodes",
            new Pixel(30, 20),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        var note =
            FormattableString.Invariant(
                $"{first.Environment.Name}, {first.Group.Steps:N0} steps, {Counted.Text(first.Seeds, "seed")}. "
            ) + "At the right: how many seeds solved it.";
        text.Write(note, new Pixel(30, 62), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(
            new Pixel(30, 112),
            [
                new("interquartile mean, 95 % interval", FigureColors.Mean, 7),
                new("by backprop", FamilyColors.Twin, 7),
                new("a seed", FigureColors.Seed, 5),
                new("solved", FigureColors.Note, 2, Dashed: true),
            ]
        );
        for (var panel = 0; panel < _panels.Length; panel++)
        {
            DrawPanel(canvas, text, panel);
        }
    }

    private void DrawPanel(SKCanvas canvas, FigureText text, int panel)
    {
        (AblationSeries study, var summaries) = _panels[panel];
        using (Plot plot = AblationPanel.Create(summaries, row => ColorOf(summaries[row])))
        {
            PanelStyle.Draw(plot, canvas, _grid.Rectangle(panel));
        }

        PixelRect area = _grid.Rectangle(panel).Contract(RowsGrid.Padding);
        var above = new Pixel(area.Right, area.Top - 10);
        text.Write(study.Title, above, Alignment.LowerRight, 20, FigureColors.Text, bold: true);
        foreach (var (row, summary) in summaries.Index())
        {
            var height = _grid.Middle(panel, row);
            text.Write(
                summary.Agent.Title,
                new Pixel(area.Left - 10, height),
                Alignment.MiddleRight,
                18,
                FigureColors.Text
            );
            text.Write(
                $"{summary.Solved}/{summary.Seeds}",
                new Pixel(area.Right + 10, height),
                Alignment.MiddleLeft,
                17,
                FigureColors.Note
            );
        }
    }

    // Ladders at the left, what is no ladder at the right, as long as that column is not by far the longer one.
    private static List<SeriesFindings>[] Columns(IReadOnlyList<SeriesFindings> findings)
    {
        List<SeriesFindings> left = [.. findings.Where(IsLadder)];
        List<SeriesFindings> right = [.. findings.Where(one => !IsLadder(one))];
        while (right.Count > 0 && Rows(left) + right[^1].Summaries.Length < Rows(right))
        {
            left.Add(right[^1]);
            right.RemoveAt(right.Count - 1);
        }

        return [.. new[] { left, right }.Where(column => column.Count > 0)];
    }

    private static int Rows(List<SeriesFindings> column) => column.Sum(one => one.Summaries.Length);

    private static bool IsLadder(SeriesFindings findings) => findings.Study is RowsStudy { IsLadder: true };

    private static Color ColorOf(TrainingSummary summary) =>
        summary.Agent.Title.Contains("backprop", StringComparison.Ordinal) ? FamilyColors.Twin : FigureColors.Mean;
}
