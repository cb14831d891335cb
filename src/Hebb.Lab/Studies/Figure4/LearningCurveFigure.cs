using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// The report's Figure 4 over seeds: one panel a method, total episode reward over episodes, the interquartile mean
/// with its 95 % bootstrap band before the single seeds. The axes are the report's own.
/// </summary>
public sealed class LearningCurveFigure : Figure
{
    private readonly Figure4Options _configuration;
    private readonly IReadOnlyList<MethodSummary> _summaries;
    private readonly CurveBand[] _curves;
    private readonly PanelGrid _grid;

    /// <summary>Prepares the curves.</summary>
    /// <param name="configuration">What was run.</param>
    /// <param name="findings">What came of it.</param>
    public LearningCurveFigure(Figure4Options configuration, Figure4Findings findings)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(findings);
        _configuration = configuration;
        _summaries = findings.Summaries;
        _curves = [.. findings.Runs.Select(runs => LearningCurve.Of(runs))];
        _grid = new PanelGrid(_curves.Length);
    }

    /// <inheritdoc/>
    private protected override int Width => _grid.Width;

    /// <inheritdoc/>
    private protected override int Height => _grid.Height;

    private float DataLeft => _grid.Rectangle(0).Left + PanelGrid.Padding.Left;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        DrawHead(canvas, text);
        for (var panel = 0; panel < _curves.Length; panel++)
        {
            DrawPanel(canvas, panel);
            DrawTitle(text, panel);
        }

        DrawAxisLabels(text);
    }

    private void DrawHead(SKCanvas canvas, FigureText text)
    {
        var seeds = Counted.Text(_configuration.Seeds, "seed");
        var title =
            $"CartPole-v0: total reward of an episode while learning ({seeds}, {_configuration.Episodes} episodes)";
        text.Write(title, new Pixel(DataLeft, 20), Alignment.UpperLeft, 28, FigureColors.Text, bold: true);
        var note =
            $"Every curve is smoothed: the mean of the last {LearningCurve.Smoothing} episodes. An episode is cut at 200 steps.";
        text.Write(note, new Pixel(DataLeft, 62), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(new Pixel(DataLeft, 112), Samples(_configuration.Seeds));
    }

    private static IEnumerable<LegendSample> Samples(int seeds) => LegendSample.OfCurves(seeds, Criteria.SolvedAt);

    private void DrawPanel(SKCanvas canvas, int panel)
    {
        var lowest = _grid.IsLowest(panel);
        var leftmost = _grid.IsLeftmost(panel);
        PixelRect rectangle = _grid.Rectangle(panel);
        using Plot plot = LearningCurvePanel.Create(_curves[panel], PanelGrid.Padding, lowest, leftmost);
        PanelStyle.Draw(plot, canvas, rectangle);
    }

    private void DrawTitle(FigureText text, int panel)
    {
        PixelRect rectangle = _grid.Rectangle(panel).Contract(PanelGrid.Padding);
        MethodSummary summary = _summaries[panel];
        var title = new Pixel(rectangle.Left, rectangle.Top - 31);
        text.Write(summary.Method.Title, title, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        var outcome = new Pixel(rectangle.Left, rectangle.Top - 9);
        text.Write(Outcome(summary), outcome, Alignment.LowerLeft, 17, FigureColors.Note);
    }

    private static string Outcome(MethodSummary summary)
    {
        var outcome = $"{summary.Solved} of {Counted.Text(summary.Seeds, "seed")} solved";
        outcome += summary.Collapsed > 0 ? $", {summary.Collapsed} collapsed" : "";
        return outcome + (summary.Diverged > 0 ? $", {summary.Diverged} diverged" : "");
    }

    private void DrawAxisLabels(FigureText text)
    {
        var middle = PanelGrid.Head + ((_grid.Height - PanelGrid.Head) / 2f) - 30;
        var beside = new Pixel(32, middle);
        text.Write("Total episode reward", beside, Alignment.MiddleCenter, 22, FigureColors.Text, rotation: -90);
        var below = new Pixel((DataLeft + _grid.Width) / 2, _grid.Height - 38);
        text.Write("Episode", below, Alignment.MiddleCenter, 22, FigureColors.Text);
    }
}
