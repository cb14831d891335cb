using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Training;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>One number of an agent at several values: the mean return at last over it, with its interval.</summary>
internal static class SensitivityPanel
{
    private const float MarkerSize = 11;
    private const float SeedSize = 5;

    /// <summary>Makes the panel.</summary>
    /// <param name="axis">The values.</param>
    /// <param name="findings">What came of them.</param>
    /// <param name="padding">The room around the area of the data, in pixels.</param>
    public static Plot Create(SensitivityAxis axis, SeriesFindings findings, PixelPadding padding)
    {
        var plot = new Plot();
        (double X, double Value, TrainingSummary Summary)[] points =
        [
            // Evenly spaced: most values are factors apart, and shares close to 1 would run into each other.
            .. axis.Points.Select((point, place) => ((double)place, point.Value, findings.Find(point.Agent.Name))),
        ];
        foreach (var point in points)
        {
            AddSeeds(plot, point.X, point.Summary);
        }

        (double X, double Value, TrainingSummary Summary)[] known =
        [
            .. points.Where(point => point.Summary.Last.HasValue),
        ];
        PanelStyle.AddLine(
            plot,
            [.. known.Select(point => point.X)],
            [.. known.Select(point => point.Summary.Last!.Value.Mean)],
            FigureColors.Band,
            2.5f
        );
        foreach (var point in known)
        {
            var last = point.Summary.Last!.Value;
            Color color = point.Value == axis.Standard ? FigureColors.Threshold : FigureColors.Mean;
            PanelStyle.AddLine(plot, [point.X, point.X], [last.Interval.Low, last.Interval.High], color, 5);
            plot.Add.Marker(point.X, last.Mean, MarkerShape.FilledCircle, MarkerSize, color);
        }

        // Last: its dashes would stay with the paint of marks drawn after it.
        if (points[0].Summary.Environment.SolvedAt is { } threshold)
        {
            HorizontalLine line = plot.Add.HorizontalLine(threshold);
            line.LineStyle.Color = FigureColors.Note;
            line.LineStyle.Width = 2;
            line.LineStyle.Pattern = LinePattern.Dashed;
        }

        SetAxes(plot, points);
        PanelStyle.Apply(plot, padding);
        return plot;
    }

    private static void AddSeeds(Plot plot, double x, TrainingSummary summary)
    {
        double[] seeds = [.. summary.Runs.Select(run => run.Record.Last100).OfType<double>()];
        if (seeds.Length > 0)
        {
            double[] places = [.. seeds.Select(_ => x)];
            plot.Add.Markers(places, seeds, MarkerShape.FilledCircle, SeedSize, FigureColors.Seed);
        }
    }

    private static void SetAxes(Plot plot, (double X, double Value, TrainingSummary Summary)[] points)
    {
        var room = 0.12 * Math.Max(points[^1].X - points[0].X, 1e-9);
        const double margin = 0.05 * AblationPanel.HighestReturn;
        plot.Axes.SetLimits(points[0].X - room, points[^1].X + room, -margin, AblationPanel.HighestReturn + margin);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. points.Select(point => point.X)],
            [.. points.Select(point => point.Value.ToString("0.######", CultureInfo.InvariantCulture))]
        );
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(100);
    }
}
