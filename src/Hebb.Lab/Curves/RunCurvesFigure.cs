using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Logs;
using Hebb.Lab.Tables;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Curves;

/// <summary>
/// What runs measured as they learned: a panel for each environment, a colour for each configuration, the interquartile mean
/// over seeds with its 95 % interval before the single seeds. Of many configurations the highest are told apart.
/// </summary>
public sealed class RunCurvesFigure : Figure
{
    private const int PanelHeight = 560;
    private const int LegendTop = 100;
    private const double LeastPart = 0.33;

    private readonly RunCurves _curves;
    private readonly CurvesOfTask[] _tasks;
    private readonly PanelGrid _grid;
    private readonly FlowLegend _legend;

    /// <summary>Prepares the figure.</summary>
    /// <param name="curves">The curves.</param>
    public RunCurvesFigure(RunCurves curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        _curves = curves;
        string[] colored =
        [
            .. curves
                .Curves.GroupBy(curve => curve.Configuration.Label, StringComparer.Ordinal)
                .Index()
                .OrderByDescending(one =>
                    curves.Count > ConfigurationColors.Most ? one.Item.Max(curve => curve.Last) : -one.Index
                )
                .Take(ConfigurationColors.Most)
                .Select(one => one.Item.Key),
        ];
        _tasks =
        [
            .. curves
                .Curves.GroupBy(curve => curve.Configuration.Environment, StringComparer.Ordinal)
                .Select(task => new CurvesOfTask(task.Key, [.. task], colored, Threshold(task.Key, [.. task]))),
        ];
        _grid = new PanelGrid(_tasks.Length, PanelHeight);
        _legend = new FlowLegend(Samples(colored), _grid.Width - 160);
    }

    /// <inheritdoc/>
    private protected override int Width => _grid.Width;

    /// <inheritdoc/>
    private protected override int Height => _grid.Height + Shift;

    // How much lower the panels lie than the grid has them, for the sake of a legend of many lines.
    private int Shift =>
        LegendTop + _legend.Height - PanelGrid.Head - (_tasks.Length > 1 ? 6 : (int)PanelGrid.Padding.Top - 24);

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        var left = Rectangle(0).Contract(PanelGrid.Padding).Left;
        var title =
            _tasks.Length == 1
                ? $"{MeasurementTitle.Of(_curves.Measured)} in {_tasks[0].Environment}"
                : MeasurementTitle.Of(_curves.Measured);
        text.Write(title, new Pixel(left, 18), Alignment.UpperLeft, 28, FigureColors.Text, bold: true);
        text.Write(Note(), new Pixel(left, 60), Alignment.UpperLeft, 19, FigureColors.Note);
        _legend.Draw(canvas, text, new Pixel(left, LegendTop - 4));
        foreach (var (place, task) in _tasks.Index())
        {
            PixelRect rectangle = Rectangle(place);
            using (Plot plot = RunCurvesPanel.Create(task, PanelGrid.Padding))
            {
                PanelStyle.Draw(plot, canvas, rectangle);
            }

            var area = rectangle.Contract(PanelGrid.Padding);
            if (_tasks.Length > 1)
            {
                var above = new Pixel(area.Left, area.Top - 8);
                text.Write(task.Environment, above, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
            }

            if (_grid.IsLowest(place))
            {
                var below = new Pixel((area.Left + area.Right) / 2, rectangle.Bottom + 16);
                text.Write(_curves.Axis.Title, below, Alignment.MiddleCenter, 21, FigureColors.Text);
            }

            if (_grid.IsLeftmost(place))
            {
                var beside = new Pixel(rectangle.Left - 34, (area.Top + area.Bottom) / 2);
                text.Write(
                    MeasurementTitle.Of(_curves.Measured),
                    beside,
                    Alignment.MiddleCenter,
                    21,
                    FigureColors.Text,
                    rotation: -90
                );
            }
        }
    }

    private string Note()
    {
        var smooth =
            _curves.Smooth > 1
                ? $"The mean over {_curves.Smooth} {(_curves.Measured == FieldTags.MeanReward ? "evaluations" : "episodes")}. "
                : "";
        var unfinished = _curves.Unfinished > 0 ? $" {Counted.Text(_curves.Unfinished, "run")} not finished." : "";
        return $"{smooth}Interquartile mean over seeds, where half of them have come so far; 95 % bootstrap interval.{unfinished}";
    }

    private IEnumerable<LegendSample> Samples(string[] colored)
    {
        foreach (var (place, label) in colored.Index())
        {
            var runs = _tasks
                .SelectMany(task => task.Curves)
                .Where(curve => curve.Configuration.Label == label)
                .Sum(curve => curve.Seeds.Length);
            var seeds = string.Create(CultureInfo.InvariantCulture, $"{label} ({Counted.Text(runs, "run")})");
            yield return new LegendSample(seeds, ConfigurationColors.Of(place), 4);
        }

        var rest = _tasks
            .SelectMany(task => task.Curves)
            .Count(curve => !colored.Contains(curve.Configuration.Label, StringComparer.Ordinal));
        if (rest > 0)
        {
            yield return new LegendSample($"{rest} others, lower at their end", ConfigurationColors.Rest, 2);
        }

        if (_tasks.FirstOrDefault(task => task.Threshold.HasValue) is { } task0)
        {
            var solved =
                _tasks.Length == 1
                    ? string.Create(CultureInfo.InvariantCulture, $"solved: {task0.Threshold}")
                    : "solved";
            yield return new LegendSample(solved, FigureColors.Note, 2, Dashed: true);
        }
    }

    // Not where the curves would lie flat at the bottom for its sake.
    private double? Threshold(string environment, ConfigurationCurve[] curves)
    {
        var solvedAt = _curves.Measured is "r" or FieldTags.MeanReward
            ? curves[0].Configuration.Runs[0].Threshold
            : null;
        double[] heights = [.. curves.SelectMany(curve => curve.Seeds).SelectMany(seed => seed).Where(double.IsFinite)];
        (var low, var high) = (heights.Min(), heights.Max());
        return high - low >= LeastPart * (Math.Max(high, solvedAt ?? high) - Math.Min(low, solvedAt ?? low))
            ? solvedAt
            : null;
    }

    private PixelRect Rectangle(int panel)
    {
        PixelRect grid = _grid.Rectangle(panel);
        return new PixelRect(grid.Left, grid.Right, grid.Bottom + Shift, grid.Top + Shift);
    }
}
