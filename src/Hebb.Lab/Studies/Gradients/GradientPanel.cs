using Hebb.Lab.Figures;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>The panel of the figure of a gradient check: relative errors over beta, both logarithmic.</summary>
internal static class GradientPanel
{
    private const double LowestError = 1e-14;
    private const double HighestError = 10;

    // How far below an estimator's line the line of its order is drawn.
    private const double Below = 0.2;

    /// <summary>Makes the panel.</summary>
    /// <param name="lines">The lines; at least one.</param>
    /// <param name="rounding">What rounding may leave, at strengths that rise.</param>
    public static Plot Create(IReadOnlyList<GradientLine> lines, IReadOnlyList<(double Beta, double Error)> rounding)
    {
        var plot = new Plot();
        (var left, var right) = (rounding[0].Beta, rounding[^1].Beta);
        var bottom = Math.Max(LowestError, lines.Min(line => line.Low.Min()) / 5);
        var top = Math.Clamp(lines.Max(line => line.High.Max()) * 3, 1, HighestError);
        AddRounding(plot, rounding, bottom);
        foreach (var order in lines.Select(line => line.Order).OfType<int>().Distinct())
        {
            AddOrder(plot, lines.First(line => line.Order == order), order, left, bottom);
        }

        foreach (GradientLine line in lines.Where(line => line.Order is not null).DistinctBy(line => line.Order))
        {
            AddSpread(plot, line);
        }

        foreach (GradientLine line in lines)
        {
            Add(plot, line, left, right);
        }

        plot.Axes.SetLimits(Math.Log10(left) - 0.06, Math.Log10(right) + 0.06, Math.Log10(bottom), Math.Log10(top));
        plot.Axes.Bottom.TickGenerator = Ticks(left, right, 1);
        plot.Axes.Left.TickGenerator = Ticks(bottom, top, 2);
        return plot;
    }

    private static void AddRounding(Plot plot, IReadOnlyList<(double Beta, double Error)> rounding, double bottom)
    {
        double[] xs = [.. rounding.Select(point => Math.Log10(point.Beta))];
        double[] ys = [.. rounding.Select(point => Math.Log10(Math.Max(point.Error, bottom)))];
        PanelStyle.AddBand(plot, xs, ys, [.. xs.Select(_ => Math.Log10(bottom))], FigureColors.Grid);
    }

    private static void AddOrder(Plot plot, GradientLine line, int order, double left, double bottom)
    {
        var nearest = Enumerable
            .Range(0, line.Betas.Length)
            .MinBy(index => Math.Abs(Math.Log(line.Betas[index] / line.Middle)));
        var factor = Below * line.Median[nearest] / Math.Pow(line.Betas[nearest], order);
        var from = Math.Max(left, Math.Max(line.Middle / 6, Math.Pow(bottom * 3 / factor, 1.0 / order)));
        var to = line.Middle * 6;
        Scatter slope = PanelStyle.AddLine(
            plot,
            [Math.Log10(from), Math.Log10(to)],
            [Math.Log10(factor * Math.Pow(from, order)), Math.Log10(factor * Math.Pow(to, order))],
            FigureColors.Note,
            1.5f
        );
        slope.LineStyle.Pattern = LinePattern.Dashed;
        Text text = plot.Add.Text($"order {order}", Math.Log10(to) + 0.03, Math.Log10(factor * Math.Pow(to, order)));
        text.LabelFontName = FigureFont.Name;
        text.LabelFontSize = 17;
        text.LabelFontColor = FigureColors.Note;
        text.LabelAlignment = Alignment.UpperLeft;
    }

    // Of lines that all but coincide the first one's is enough.
    private static void AddSpread(Plot plot, GradientLine line) =>
        PanelStyle.AddBand(
            plot,
            [.. line.Betas.Select(Math.Log10)],
            [.. line.Low.Select(Math.Log10)],
            [.. line.High.Select(Math.Log10)],
            line.Color.WithAlpha(0.12)
        );

    private static void Add(Plot plot, GradientLine line, double left, double right)
    {
        if (line.IsLevel)
        {
            // It has no strength: a level line over all of them.
            var height = Math.Log10(line.Median[0]);
            double[] ends = [Math.Log10(left), Math.Log10(right)];
            PanelStyle.AddLine(plot, ends, [height, height], line.Color, line.Width).LineStyle.Pattern =
                LinePattern.Dashed;
            return;
        }

        double[] xs = [.. line.Betas.Select(Math.Log10)];
        Scatter median = PanelStyle.AddLine(plot, xs, [.. line.Median.Select(Math.Log10)], line.Color, line.Width);
        median.MarkerSize = line.Width + 5;
        median.MarkerShape = line.IsDashed ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
        median.LineStyle.Pattern = line.IsDashed ? LinePattern.Dashed : LinePattern.Solid;
    }

    private static NumericManual Ticks(double lowest, double highest, int stride) =>
        LogarithmicTicks.Powers(
            Math.Ceiling(Math.Log10(lowest) - 1e-9),
            Math.Floor(Math.Log10(highest) + 1e-9),
            stride
        );
}
