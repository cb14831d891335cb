using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using Hebb.Numerics.Statistics;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// How far estimates are from the exact gradient over the nudging strength: a line an estimator, both axes logarithmic, with
/// the slopes that theory gives and the part that is lost to rounding.
/// </summary>
public sealed class GradientFigure : Figure
{
    private const int PanelWidth = 1010;
    private const int PanelHeight = 760;
    private const int LeftMargin = 40;
    private const int LegendWidth = 430;
    private const int HeadTop = 20;
    private const int TitleSize = 28;
    private const int TitleLine = 36;
    private const int NoteSize = 19;
    private const int NoteLine = 26;
    private const int LegendRow = 62;
    private const int Foot = 56;

    private static readonly PixelPadding Padding = new(75, 15, 35, 20);

    private readonly IReadOnlyList<GradientLine> _lines;
    private readonly IReadOnlyList<(double Beta, double Error)> _rounding;
    private readonly IReadOnlyList<string> _note;

    /// <summary>Prepares the figure.</summary>
    /// <param name="options">What was checked.</param>
    /// <param name="findings">What was found; without estimators that nudge the panel stays empty.</param>
    public GradientFigure(GradientCheckOptions options, IReadOnlyList<GradientFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        _lines = GradientLine.Of(findings);
        _rounding =
        [
            .. findings
                .SelectMany(finding => finding.Measurements)
                .Where(one => one.Beta is not null)
                .GroupBy(one => one.Beta!.Value, one => one.Rounding)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, Median.Of([.. group]))),
        ];
        _note = FigureText.Lines(Note(options), PanelWidth + LegendWidth - Padding.Left, NoteSize);
    }

    /// <inheritdoc/>
    private protected override int Width => LeftMargin + PanelWidth + LegendWidth;

    /// <inheritdoc/>
    private protected override int Height => Head + PanelHeight + Foot;

    private int Head => HeadTop + TitleLine + (_note.Count * NoteLine);

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        var rectangle = new PixelRect(LeftMargin, LeftMargin + PanelWidth, Head + PanelHeight, Head);
        PixelRect data = rectangle.Contract(Padding);
        var title = "How far estimates are from the exact gradient, over the nudging strength";
        text.Write(title, new(data.Left, HeadTop), Alignment.UpperLeft, TitleSize, FigureColors.Text, bold: true);
        for (var line = 0; line < _note.Count; line++)
        {
            var place = new Pixel(data.Left, HeadTop + TitleLine + (line * NoteLine) + 4);
            text.Write(_note[line], place, Alignment.UpperLeft, NoteSize, FigureColors.Note);
        }

        if (_lines.Count == 0 || _rounding.Count == 0)
        {
            text.Write(
                "No estimator that nudges was checked.",
                data.Center,
                Alignment.MiddleCenter,
                20,
                FigureColors.Note
            );
            return;
        }

        using (Plot plot = GradientPanel.Create(_lines, _rounding, Padding))
        {
            PanelStyle.Draw(plot, canvas, rectangle);
        }

        var beside = new Pixel(data.Left - 82, data.VerticalCenter);
        text.Write(
            "Relative error |g - g*| / |g*|",
            beside,
            Alignment.MiddleCenter,
            20,
            FigureColors.Text,
            rotation: -90
        );
        var below = new Pixel(data.HorizontalCenter, data.Bottom + 58);
        var axis = "Nudging strength beta (holomorphic: radius; coupled learning: share)";
        text.Write(axis, below, Alignment.MiddleCenter, 20, FigureColors.Text);
        DrawLegend(canvas, text, new Pixel(rectangle.Right + 10, data.Top + 14));
    }

    private void DrawLegend(SKCanvas canvas, FigureText text, Pixel place)
    {
        var legend = new FigureLegend(canvas, text);
        foreach (GradientLine line in _lines)
        {
            legend.Draw(place, [new(line.Name, line.Color, line.Width, line.IsDashed)]);
            var outcome = new Pixel(place.X + 54, place.Y + 22);
            text.Write(line.Outcome, outcome, Alignment.MiddleLeft, 17, FigureColors.Note);
            place = new Pixel(place.X, place.Y + LegendRow);
        }

        LegendSample[] samples =
        [
            new("slope that theory gives", FigureColors.Note, 1.5f, Dashed: true),
            new("a tenth to nine tenths of networks", FigureColors.Mean.WithAlpha(0.15), 18),
            new("what rounding may leave", FigureColors.Grid, 18),
        ];
        foreach (LegendSample sample in samples)
        {
            legend.Draw(place, [sample]);
            place = new Pixel(place.X, place.Y + 34);
        }
    }

    private static string Note(GradientCheckOptions options) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Median over {Counted.Text(options.Topologies.Count, "topology", "topologies")}, {Counted.Text(options.Activations.Count, "activation")}, {Counted.Text(options.Costs.Count, "cost")} and {Counted.Text(options.Networks, "network")} of each; float64, settled to {options.Tolerance:0.#e-0}. Left out: estimates that are exact at any strength."
        );
}
