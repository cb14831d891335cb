using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>What the panels of all figures have in common: their lines, their axes, and how they are drawn.</summary>
internal static class PanelStyle
{
    private const float TickFontSize = 17;
    private const float MarkerSize = 11;
    private const float IntervalWidth = 5;
    private const float PointExcess = 6;
    private const float CrossSize = 14;

    /// <summary>How thick the lines of a cross are, in pixels.</summary>
    public const float CrossWidth = 3;

    /// <summary>Adds a line without markers, through the points that have a height; a line of one point is a mark.</summary>
    /// <param name="width">Its width in pixels.</param>
    public static Scatter AddLine(Plot plot, double[] xs, double[] ys, Color color, float width)
    {
        int[] known = Known(ys);
        (xs, ys) = (Array.ConvertAll(known, place => xs[place]), Array.ConvertAll(known, place => ys[place]));
        if (xs.Length > 0 && xs.All(x => x == xs[0]) && ys.All(y => y == ys[0]))
        {
            plot.Add.Marker(xs[0], ys[0], MarkerShape.FilledCircle, width + PointExcess, color);
        }

        Scatter line = plot.Add.ScatterLine(xs, ys, color);
        line.LineWidth = width;
        return line;
    }

    /// <summary>Adds a curve through the points that have a height, whole or dashed.</summary>
    public static void AddCurve(Plot plot, double[] xs, double[] ys, CurveStyle style)
    {
        if (style.Dashes is null)
        {
            AddLine(plot, xs, ys, style.Color, style.Width);
            return;
        }

        int[] known = Known(ys);
        plot.Add.Plottable(
            new DashedCurve(
                Array.ConvertAll(known, place => xs[place]),
                Array.ConvertAll(known, place => ys[place]),
                style
            )
        );
    }

    /// <summary>Adds a curve of estimates, and where each has an interval the band of these.</summary>
    /// <param name="opacity">Of the band.</param>
    public static void AddEstimates(Plot plot, double[] xs, Estimate[] estimates, Color color, double opacity = 0.18)
    {
        if (xs.Length > 1 && estimates.All(estimate => estimate.Interval.HasValue))
        {
            AddBand(
                plot,
                xs,
                Array.ConvertAll(estimates, estimate => estimate.Interval!.Value.Low),
                Array.ConvertAll(estimates, estimate => estimate.Interval!.Value.High),
                color.WithAlpha(opacity)
            );
        }

        AddLine(plot, xs, Array.ConvertAll(estimates, estimate => estimate.Mean), color, 2.5f);
    }

    /// <summary>Adds a filled dot, where a curve ends.</summary>
    public static void AddDot(Plot plot, double x, double y, Color color) =>
        plot.Add.Marker(x, y, MarkerShape.FilledCircle, MarkerSize, color);

    /// <summary>Adds an interval, if there is one, with the mark of its middle, in a row.</summary>
    public static void AddInterval(Plot plot, double mean, BootstrapInterval? interval, double height, Color color)
    {
        if (interval is { } known)
        {
            AddLine(plot, [known.Low, known.High], [height, height], color, IntervalWidth);
        }

        plot.Add.Marker(mean, height, MarkerShape.FilledCircle, MarkerSize, color);
    }

    /// <summary>Adds an interval, if there is one, with the mark of its middle, upright.</summary>
    public static void AddUprightInterval(Plot plot, double x, Estimate estimate, Color color)
    {
        if (estimate.Interval is { } known)
        {
            AddLine(plot, [x, x], [known.Low, known.High], color, IntervalWidth);
        }

        plot.Add.Marker(x, estimate.Mean, MarkerShape.FilledCircle, MarkerSize, color);
    }

    /// <summary>Adds a mark for each seed.</summary>
    /// <param name="size">The size of a mark, in pixels.</param>
    public static void AddSeeds(Plot plot, double[] xs, double[] ys, float size = 5)
    {
        if (xs.Length > 0)
        {
            plot.Add.Markers(xs, ys, MarkerShape.FilledCircle, size, FigureColors.Seed);
        }
    }

    /// <summary>Adds a cross, where something ended badly.</summary>
    public static void AddCross(Plot plot, double x, double y, Color color)
    {
        Marker cross = plot.Add.Marker(x, y, MarkerShape.Eks, CrossSize, color);
        cross.MarkerStyle.LineWidth = CrossWidth;
    }

    /// <summary>Adds a shade between two curves.</summary>
    public static void AddBand(Plot plot, double[] xs, double[] low, double[] high, Color color)
    {
        int[] known = Known(low);
        FillY band = plot.Add.FillY(
            Array.ConvertAll(known, place => xs[place]),
            Array.ConvertAll(known, place => low[place]),
            Array.ConvertAll(known, place => high[place])
        );
        band.FillColor = color;
        band.LineWidth = 0;
    }

    /// <summary>Adds a dashed line across the panel.</summary>
    public static void AddHorizontal(Plot plot, double height, Color color) =>
        plot.Add.Plottable(new DashedLine(height, isVertical: false, color));

    /// <summary>Adds a dashed line from the bottom to the top.</summary>
    public static void AddVertical(Plot plot, double place, Color color) =>
        plot.Add.Plottable(new DashedLine(place, isVertical: true, color));

    /// <summary>Numbers at an axis.</summary>
    /// <param name="count">About how many there are; null for as many as have room.</param>
    public static NumericAutomatic Numbers(string format, int? count = null)
    {
        var ticks = new NumericAutomatic
        {
            LabelFormatter = number => number.ToString(format, CultureInfo.InvariantCulture),
        };
        if (count is { } target)
        {
            ticks.TargetTickCount = target;
        }

        return ticks;
    }

    private static int[] Known(double[] heights) =>
        [.. Enumerable.Range(0, heights.Length).Where(place => double.IsFinite(heights[place]))];

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
    /// <param name="rectangle">Where, its padding included.</param>
    public static void Draw(Plot plot, SKCanvas canvas, PixelRect rectangle)
    {
        // ScottPlot draws twice where a plot is drawn for the first time; here that would double every shade.
        plot.RenderInMemory((int)rectangle.Width, (int)rectangle.Height);
        plot.RenderManager.Render(canvas, rectangle);
    }
}
