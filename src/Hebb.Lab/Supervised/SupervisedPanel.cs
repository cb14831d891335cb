using Hebb.Lab.Figures;
using Hebb.Lab.Logs;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Supervised;

/// <summary>One panel of the figure of a supervised run: a number of the training and of the test examples over epochs.</summary>
/// <param name="records">The epochs; at least one.</param>
internal sealed class SupervisedPanel(
    IReadOnlyList<EpochRecord> records,
    Func<EpochRecord, double> training,
    Func<EpochRecord, double> test
)
{
    /// <summary>The width of the lines, in pixels.</summary>
    public const float LineWidth = 3.5f;

    // With more epochs than these the points would run into a second line.
    private const int MostMarkedEpochs = 40;

    // From one end to the other; a panel of less is read better on a linear axis.
    private const double LogarithmicRatio = 20;

    private readonly double[] _epochs = [.. records.Select(record => (double)record.Epoch)];
    private readonly double[] _training = [.. records.Select(training)];
    private readonly double[] _test = [.. records.Select(test)];

    /// <summary>Whether a panel of costs has a logarithmic axis: they differ much, and none is 0 or less.</summary>
    public bool IsLogarithmic => Lowest > 0 && Highest / Lowest >= LogarithmicRatio;

    private double Lowest => Finite.DefaultIfEmpty(0).Min();

    private double Highest => Finite.DefaultIfEmpty(1).Max();

    private IEnumerable<double> Finite => _training.Concat(_test).Where(double.IsFinite);

    /// <summary>The panel of costs: from 0 up, or on a logarithmic axis.</summary>
    public Plot CreateCost()
    {
        if (!IsLogarithmic)
        {
            var highest = Highest > 0 ? 1.06 * Highest : 1;
            return Create(height => height, Math.Min(0, 1.06 * Lowest), highest);
        }

        // The axis begins at a number that is written beside it.
        var ticks = LogarithmicTicks.Around(Lowest, Highest);
        var bottom = ticks.Where(tick => tick <= Lowest / 1.05).DefaultIfEmpty(Lowest).Max();
        Plot plot = Create(Math.Log10, Math.Log10(bottom), Math.Log10(Highest * 1.15));
        plot.Axes.Left.TickGenerator = LogarithmicTicks.Generator(ticks);
        return plot;
    }

    /// <summary>The panel of percentages: as much of the axis from 0 to 100 as they take.</summary>
    public Plot CreatePercentage()
    {
        if (!Finite.Any())
        {
            return Create(height => height, 0, 100);
        }

        // At least half a percent on both sides, so that a single point stands in the middle of something; beyond 100
        // no more than half a point needs.
        var margin = Math.Max(0.5, 0.06 * (Highest - Lowest));
        var bottom = Math.Max(0, Lowest - margin);
        return Create(height => height, bottom, Math.Min(100 + (0.02 * (100 - bottom)), Highest + margin));
    }

    private Plot Create(Func<double, double> height, double bottom, double top)
    {
        var plot = new Plot();
        AddCurve(plot, [.. _training.Select(height)], FigureColors.Training, MarkerShape.FilledCircle);
        AddCurve(plot, [.. _test.Select(height)], FigureColors.Test, MarkerShape.FilledDiamond);

        var beside = Math.Max(0.5, 0.01 * (_epochs[^1] - _epochs[0]));
        plot.Axes.SetLimits(_epochs[0] - beside, _epochs[^1] + beside, bottom, top);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        return plot;
    }

    // Points that are no numbers leave a gap.
    private void AddCurve(Plot plot, double[] heights, Color color, MarkerShape shape)
    {
        for (var begin = 0; begin < heights.Length; begin++)
        {
            var end = begin;
            while (end < heights.Length && double.IsFinite(heights[end]))
            {
                end++;
            }

            if (end > begin)
            {
                Scatter line = PanelStyle.AddLine(plot, _epochs[begin..end], heights[begin..end], color, LineWidth);
                line.MarkerShape = shape;
                line.MarkerSize = _epochs.Length > MostMarkedEpochs && end > begin + 1 ? 0 : 10;
                begin = end;
            }
        }
    }
}
