using Hebb.Lab.Summaries;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Figures;

/// <summary>One panel of the figure: the curves of one method on the axes that all panels share.</summary>
internal static class LearningCurvePanel
{
    private const double HighestReturn = 200;
    private const float TickFontSize = 17;

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
            AddLine(plot, curve.Episodes, seed, FigureColors.Seed, 1);
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

        AddLine(plot, curve.Episodes, curve.Mean, FigureColors.Mean, 3.5f);
        SetAxes(plot, curve.Episodes[^1], labelsBelow, labelsAtLeft);
        plot.Layout.Fixed(padding);

        // The canvas holds the other panels too.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        return plot;
    }

    private static void AddLine(Plot plot, double[] xs, double[] ys, Color color, float width)
    {
        Scatter line = plot.Add.ScatterLine(xs, ys, color);
        line.LineWidth = width;
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

        plot.FigureBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = FigureColors.Grid;
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Color = FigureColors.Frame;
            axis.MajorTickStyle.Color = FigureColors.Frame;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontName = FigureFont.Name;
            axis.TickLabelStyle.FontSize = TickFontSize;
            axis.TickLabelStyle.ForeColor = FigureColors.Note;
        }

        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.TickLabelStyle.IsVisible = labelsBelow;
        plot.Axes.Left.TickLabelStyle.IsVisible = labelsAtLeft;
    }
}
