using System.Globalization;
using Hebb.Lab.Curves;
using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>How agents learn rooms: attempts of a trial by iteration, a panel for each condition, a colour for each agent.</summary>
public sealed class RoomLearningFigure : Figure
{
    private const int PanelHeight = 360;
    private const int LegendTop = 96;

    private readonly RoomSummary[] _summaries;
    private readonly RoomCondition[] _conditions;
    private readonly RoomLearner[] _learners;
    private readonly PanelGrid _grid;
    private readonly FlowLegend _legend;

    /// <summary>Prepares the figure.</summary>
    /// <param name="summaries">What came of learning; agents alone.</param>
    public RoomLearningFigure(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        _summaries = [.. summaries];
        _conditions = [.. summaries.Select(row => row.Group.Condition).Distinct()];
        _learners = [.. RoomColumns.LearnersOf(summaries)];
        _grid = new PanelGrid(_conditions.Length, PanelHeight);
        _legend = new FlowLegend(Samples(), _grid.Width - 160);
    }

    /// <inheritdoc/>
    private protected override int Width => _grid.Width;

    /// <inheritdoc/>
    private protected override int Height => _grid.Height + Shift;

    private int Shift => LegendTop + _legend.Height - PanelGrid.Head - 6;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        var left = Rectangle(0).Contract(PanelGrid.Padding).Left;
        text.Write(
            "OpenLock: attempts of a trial while agents learn",
            new Pixel(left, 16),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        var seeds = _summaries.Max(row => row.Runs.Length);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"Interquartile mean over {seeds} seeds of an iteration over all rooms; 95 % bootstrap interval. At most 700 attempts a trial."
        );
        text.Write(note, new Pixel(left, 56), Alignment.UpperLeft, 19, FigureColors.Note);
        _legend.Draw(canvas, text, new Pixel(left, LegendTop - 4));
        foreach (var (place, condition) in _conditions.Index())
        {
            PixelRect rectangle = Rectangle(place);
            RoomSummary[] rows = [.. _summaries.Where(row => row.Group.Condition == condition)];
            using (Plot plot = RoomLearningPanel.Create(rows, _learners, PanelGrid.Padding))
            {
                PanelStyle.Draw(plot, canvas, rectangle);
            }

            var area = rectangle.Contract(PanelGrid.Padding);
            text.Write(
                condition.Training is null
                    ? $"{condition.Test}, untrained"
                    : $"{condition.Test} after training in {condition.Training}",
                new Pixel(area.Left, area.Top - 8),
                Alignment.LowerLeft,
                20,
                FigureColors.Text,
                bold: true
            );
            if (_grid.IsLowest(place))
            {
                var below = new Pixel((area.Left + area.Right) / 2, rectangle.Bottom + 16);
                text.Write("iteration", below, Alignment.MiddleCenter, 21, FigureColors.Text);
            }

            if (_grid.IsLeftmost(place))
            {
                var beside = new Pixel(rectangle.Left - 34, (area.Top + area.Bottom) / 2);
                text.Write("attempts of a trial", beside, Alignment.MiddleCenter, 21, FigureColors.Text, rotation: -90);
            }
        }
    }

    private IEnumerable<LegendSample> Samples()
    {
        foreach (var (place, learner) in _learners.Index())
        {
            yield return new LegendSample(learner.Name, ConfigurationColors.Of(place), 4);
        }

        yield return new LegendSample("fewest possible", FigureColors.Note, 2, Dashed: true);
        yield return new LegendSample(
            "best published agents, untrained, about",
            FigureColors.Threshold,
            2,
            Dashed: true
        );
    }

    private PixelRect Rectangle(int panel)
    {
        PixelRect grid = _grid.Rectangle(panel);
        return new PixelRect(grid.Left, grid.Right, grid.Bottom + Shift, grid.Top + Shift);
    }
}
