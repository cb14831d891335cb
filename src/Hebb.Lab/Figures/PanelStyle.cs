using ScottPlot;
using ScottPlot.Plottables;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>What the panels of all figures have in common: their lines, their axes, and how they are drawn.</summary>
internal static class PanelStyle
{
    private const float TickFontSize = 17;

    /// <summary>Adds a line without markers.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="xs">Its places from left to right.</param>
    /// <param name="ys">Its heights there.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="width">Its width in pixels.</param>
    public static Scatter AddLine(Plot plot, double[] xs, double[] ys, Color color, float width)
    {
        Scatter line = plot.Add.ScatterLine(xs, ys, color);
        line.LineWidth = width;
        return line;
    }

    /// <summary>Gives a panel the colours and letters of the figures.</summary>
    /// <param name="plot">The panel, with its axes as they are to be.</param>
    /// <param name="padding">The room around the area of the data, in pixels.</param>
    public static void Apply(Plot plot, PixelPadding padding)
    {
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
        plot.Layout.Fixed(padding);

        // The canvas holds the other panels too.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
    }

    /// <summary>Draws a panel.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="canvas">What is drawn on.</param>
    /// <param name="rectangle">Where, its padding included.</param>
    public static void Draw(Plot plot, SKCanvas canvas, PixelRect rectangle)
    {
        // ScottPlot draws twice where a plot is drawn for the first time; here that would double every shade.
        plot.RenderInMemory((int)rectangle.Width, (int)rectangle.Height);
        plot.RenderManager.Render(canvas, rectangle);
    }
}
