using Hebb.Lab.Figures;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Training;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>One number of an agent at several values: the mean return at last over it, with its interval.</summary>
internal static class SensitivityPanel
{
    /// <summary>Makes the panel.</summary>
    public static Plot Create(SensitivityAxis axis, SeriesFindings findings)
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
            Color color = point.Value == axis.Standard ? FigureColors.Threshold : FigureColors.Mean;
            PanelStyle.AddUprightInterval(plot, point.X, point.Summary.Last!.Value, color);
        }

        if (points[0].Summary.Environment.SolvedAt is { } threshold)
        {
            PanelStyle.AddHorizontal(plot, threshold, FigureColors.Note);
        }

        SetAxes(plot, points);
        return plot;
    }

    private static void AddSeeds(Plot plot, double x, TrainingSummary summary)
    {
        double[] seeds = [.. summary.Runs.Select(run => run.Record.Last100).OfType<double>()];
        PanelStyle.AddSeeds(plot, Array.ConvertAll(seeds, _ => x), seeds);
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
