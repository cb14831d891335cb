using Hebb.Lab.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>
/// How much an agent hangs on its numbers: small panels, in each of which one number is varied and all others are as they are. The mean
/// return of the last 100 training episodes as interquartile mean over seeds with its 95 % bootstrap interval, and every seed.
/// </summary>
public sealed class SensitivityFigure : Figure
{
    private const int MostColumns = 4;
    private const int LeastColumns = 3;
    private const int PanelWidth = 400;
    private const int PanelHeight = 335;
    private const int LeftMargin = 60;
    private const int Head = 140;
    private const int Foot = 20;
    private const int TitleSize = 19;
    private const int TitleLine = 23;
    private const int TitleMargin = 50;

    private static readonly PixelPadding Padding = new(52, 12, 60, 66);

    private readonly SeriesFindings _findings;
    private readonly SensitivityStudy _study;
    private readonly int _columns;

    /// <summary>Prepares the figure.</summary>
    /// <param name="study">The study.</param>
    /// <param name="findings">What came of it.</param>
    public SensitivityFigure(SensitivityStudy study, SeriesFindings findings)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(findings);
        _study = study;
        _findings = findings;
        _columns = study.Axes.Length <= 2 * LeastColumns ? LeastColumns : MostColumns;
    }

    /// <inheritdoc/>
    private protected override int Width => LeftMargin + (_columns * PanelWidth) + 20;

    /// <inheritdoc/>
    private protected override int Height =>
        Head + ((_study.Axes.Length + _columns - 1) / _columns * PanelHeight) + Foot;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        TrainingSummary first = _findings.Summaries[0];
        text.Write(_study.Title, new Pixel(30, 20), Alignment.UpperLeft, 28, FigureColors.Text, bold: true);
        var note = FormattableString.Invariant(
            $"Mean return of the last {Criteria.Window} training episodes. {first.Environment.Name}, {first.Group.Steps:N0} steps, {Counted.Text(first.Seeds, "seed")}."
        );
        text.Write(note, new Pixel(30, 60), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(
            new Pixel(30, 106),
            [
                new("as it is", FigureColors.Threshold, 7),
                new("changed (interquartile mean, 95 % interval)", FigureColors.Mean, 7),
                new("a seed", FigureColors.Seed, 5),
                new("solved", FigureColors.Note, 2, Dashed: true),
            ]
        );
        foreach (var (panel, axis) in _study.Axes.Index())
        {
            float left = LeftMargin - 20 + (panel % _columns * PanelWidth);
            float top = Head + (panel / _columns * PanelHeight);
            var rectangle = new PixelRect(left, left + PanelWidth, top + PanelHeight, top);
            using (Plot plot = SensitivityPanel.Create(axis, _findings, Padding))
            {
                PanelStyle.Draw(plot, canvas, rectangle);
            }

            var area = rectangle.Contract(Padding);
            var lines = FigureText.Lines(axis.Title, PanelWidth - TitleMargin, TitleSize, bold: true);
            foreach (var (line, words) in lines.Index())
            {
                var above = new Pixel(area.Left, area.Top - 10 - ((lines.Count - 1 - line) * TitleLine));
                text.Write(words, above, Alignment.LowerLeft, TitleSize, FigureColors.Text, bold: true);
            }
        }
    }
}
