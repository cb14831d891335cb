using Hebb.Lab.Summaries;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Figures;

/// <summary>One panel of the figure: the curves of one method on the axes that all panels share.</summary>
internal static class LearningCurvePanel
{
    private const double HighestReturn = 200;

    /// <summary>Makes the panel.</summary>
    /// <param name="curve">The curves.</param>
    /// <param name="padding">The room around the area of the data, in pixels.</param>
    /// <param name="labelsBelow">Whether the episodes are written below it.</param>
    /// <param name="labelsAtLeft">Whether the returns are written beside it.</param>
    public static Plot Create(LearningCurve curve, PixelPadding padding, bool labelsBelow, bool labelsAtLeft)
    {
        var plot = new Plot();
        foreach (var seed in curve.Seeds)
        {
            PanelStyle.AddLine(plot, curve.Episodes, seed, FigureColors.Seed, 1);
        }

        if (curve.Seeds.Length > 1)
        {
            FillY band = plot.Add.FillY(curve.Episodes, curve.Low, curve.High);
            band.FillStyle.Color = FigureColors.Band;
            band.LineWidth = 0;
        }

        HorizontalLine threshold = plot.Add.HorizontalLine(Criteria.SolvedAt);
        threshold.LineStyle.Color = FigureColors.Threshold;
        threshold.LineStyle.Width = 2;
        threshold.LineStyle.Pattern = LinePattern.Dashed;

        PanelStyle.AddLine(plot, curve.Episodes, curve.Mean, FigureColors.Mean, 3.5f);
        SetAxes(plot, curve.Episodes[^1], labelsBelow, labelsAtLeft);
        PanelStyle.Apply(plot, padding);
        return plot;
    }

    private static void SetAxes(Plot plot, double episodes, bool labelsBelow, bool labelsAtLeft)
    {
        plot.Axes.SetLimits(0, Math.Max(episodes, 1), 0, HighestReturn + 6);
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(50);
        if (episodes < 8)
        {
            // There are no fractions of an episode.
            plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(1);
        }

        plot.Axes.Bottom.TickLabelStyle.IsVisible = labelsBelow;
        plot.Axes.Left.TickLabelStyle.IsVisible = labelsAtLeft;
    }
}
