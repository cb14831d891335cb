using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Training;

/// <summary>
/// How one agent learned in one environment: the mean return of the last 100 episodes over environment steps, the
/// interquartile mean over seeds with its 95 % bootstrap band before the single seeds.
/// </summary>
public sealed class TrainingFigure : Figure
{
    private const int PanelHeight = 620;

    private readonly TrainingSummary _summary;
    private readonly CurveBand? _curve;
    private readonly PanelGrid _grid = new(1, PanelHeight);

    /// <summary>Prepares the curves.</summary>
    /// <param name="summary">The runs and what came of them.</param>
    public TrainingFigure(TrainingSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _summary = summary;
        _curve = TrainingCurve.Of(summary.Runs);
    }

    /// <inheritdoc/>
    private protected override int Width => _grid.Width;

    /// <inheritdoc/>
    private protected override int Height => _grid.Height;

    private PixelRect DataArea => _grid.Rectangle(0).Contract(PanelGrid.Padding);

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        DrawHead(canvas, text);
        DrawCurves(canvas, text);
        var area = DataArea;
        var beside = new Pixel(32, (area.Top + area.Bottom) / 2);
        text.Write("Mean return", beside, Alignment.MiddleCenter, 22, FigureColors.Text, rotation: -90);
        var below = new Pixel((area.Left + area.Right) / 2, Height - 38);
        text.Write("Environment steps", below, Alignment.MiddleCenter, 22, FigureColors.Text);
    }

    private void DrawHead(SKCanvas canvas, FigureText text)
    {
        var left = DataArea.Left;
        var title = $"{_summary.Agent.Title} in {_summary.Environment.Name}";
        text.Write(title, new Pixel(left, 20), Alignment.UpperLeft, 28, FigureColors.Text, bold: true);
        text.Write(Outcome(), new Pixel(left, 62), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(
            new Pixel(left, 112),
            LegendSample.OfCurves(_summary.Seeds, _summary.Environment.SolvedAt)
        );
    }

    private string Outcome()
    {
        var solved = _summary.MedianSteps is { } steps
            ? string.Create(CultureInfo.InvariantCulture, $", after {steps:N0} steps (median)")
            : "";
        var diverged = _summary.Diverged > 0 ? $", {_summary.Diverged} diverged" : "";
        var seeds = Counted.Text(_summary.Seeds, "seed");

        // Where nothing is called solved, none is said not to have solved it.
        return $"The mean of the last {Criteria.Window} episodes. "
            + (
                _summary.Environment.SolvedAt is null
                    ? $"{seeds}{diverged}."
                    : $"{_summary.Solved} of {seeds} solved{solved}{diverged}."
            );
    }

    private void DrawCurves(SKCanvas canvas, FigureText text)
    {
        if (_curve is null)
        {
            var area = DataArea;
            var middle = new Pixel((area.Left + area.Right) / 2, (area.Top + area.Bottom) / 2);
            text.Write("Not every run has ended an episode.", middle, Alignment.MiddleCenter, 22, FigureColors.Note);
            return;
        }

        using Plot plot = LearningCurvePanel.Draw(_curve, _summary.Environment.SolvedAt);
        SetAxes(plot, _curve);
        PanelStyle.Apply(plot, PanelGrid.Padding);
        PanelStyle.Draw(plot, canvas, _grid.Rectangle(0));
    }

    private void SetAxes(Plot plot, CurveBand curve)
    {
        double[] heights =
        [
            .. curve.Seeds.Append(curve.Low).Append(curve.High).SelectMany(ofSeed => ofSeed),
            .. _summary.Environment.SolvedAt is { } threshold ? [threshold] : Array.Empty<double>(),
        ];
        (var low, var high) = (heights.Min(), heights.Max());
        var margin = Math.Max(0.04 * (high - low), 0.5);
        plot.Axes.SetLimits(0, Math.Max(curve.Places[^1], 1), low >= 0 ? 0 : low - margin, high + margin);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = steps => steps.ToString("#,##0.##", CultureInfo.InvariantCulture),
        };
    }
}
