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
internal sealed class GradientFigure : PanelFigure
{
    private const int LegendWidth = 430;

    private static readonly PixelPadding Padding = new(75, 15 + LegendWidth, 35, 20);

    private readonly IReadOnlyList<GradientLine> _lines;

    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">What was found; without estimators that nudge the panel stays empty.</param>
    public GradientFigure(GradientCheckOptions options, IReadOnlyList<GradientFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        (double Beta, double Error)[] rounding =
        [
            .. findings
                .SelectMany(finding => finding.Measurements)
                .Where(one => one.Beta is not null)
                .GroupBy(one => one.Beta!.Value, one => one.Rounding)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, Median.Of([.. group]))),
        ];
        _lines = rounding.Length > 0 ? GradientLine.Of(findings) : [];
        Title = "How far estimates are from the exact gradient, over the nudging strength";
        Note = NoteOf(options);
        FigurePanel panel = new PanelGrid(1, 1, width: 1010 + LegendWidth, height: 760, left: 40).Panel(
            0,
            Padding,
            _lines.Count == 0 ? null : () => GradientPanel.Create(_lines, rounding),
            below: "Nudging strength beta (holomorphic: radius; coupled learning: share)",
            beside: "Relative error |g - g*| / |g*|"
        );
        Panels = [panel with { Missing = "No estimator that nudges was checked." }];
    }

    /// <inheritdoc/>
    private protected override void DrawMore(SKCanvas canvas, FigureText text, FigurePanel panel)
    {
        var place = new Pixel(panel.Data.Right + 25, panel.Data.Top + 14);
        foreach (GradientLine line in _lines)
        {
            Draw(new(line.Name, line.Color, line.Width, line.IsDashed), 22);
            var outcome = new Pixel(place.X + 54, place.Y);
            text.Write(line.Outcome, outcome, Alignment.MiddleLeft, 17, FigureColors.Note);
            place = new Pixel(place.X, place.Y + 40);
        }

        Draw(new("slope that theory gives", FigureColors.Note, 1.5f, Dashed: true), 34);
        Draw(new("a tenth to nine tenths of networks", FigureColors.Mean.WithAlpha(0.15), 18), 34);
        Draw(new("what rounding may leave", FigureColors.Grid, 18), 34);

        void Draw(LegendSample sample, float height)
        {
            new FigureLegend([sample], LegendWidth).Draw(canvas, text, new Pixel(place.X, place.Y - 15));
            place = new Pixel(place.X, place.Y + height);
        }
    }

    private static string NoteOf(GradientCheckOptions options) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Median over {Counted.Text(options.Topologies.Count, "topology", "topologies")}, {Counted.Text(options.Activations.Count, "activation")}, {Counted.Text(options.Costs.Count, "cost")} and {Counted.Text(options.Networks, "network")} of each; float64, settled to {options.Tolerance:0.#e-0}. Left out: estimates that are exact at any strength."
        );
}
