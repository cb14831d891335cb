using Hebb.Lab.Figures;
using ScottPlot;

namespace Hebb.Lab.Curves;

/// <summary>The curves of several configurations in one environment.</summary>
internal static class RunCurvesPanel
{
    // Faint as they are, more would hide the means; of many configurations the bands say enough.
    private const int MostSeeds = 120;
    private const int MostWithSeeds = 4;
    private const double SeedOpacity = 0.22;
    private const double BandOpacity = 0.2;
    private const double FaintBandOpacity = 0.12;

    /// <summary>Makes the panel.</summary>
    public static Plot Create(CurvesOfTask task)
    {
        var plot = new Plot();
        (ConfigurationCurve Curve, int Place)[] curves =
        [
            .. task.Curves.Select(curve => (curve, Array.IndexOf(task.Colored, curve.Configuration.Label))),
        ];
        foreach (var (curve, _) in curves.Where(one => one.Place < 0))
        {
            PanelStyle.AddLine(plot, curve.MeanPlaces, curve.Mean, ConfigurationColors.Rest, 1.5f);
        }

        (ConfigurationCurve Curve, int Place)[] colored = [.. curves.Where(one => one.Place >= 0)];
        var seedsOfEach = Math.Max(1, MostSeeds / Math.Max(1, colored.Length));
        foreach (var (curve, place) in colored)
        {
            AddSeeds(
                plot,
                curve,
                ConfigurationColors.Of(place),
                curve.Seeds.Length == 1 || colored.Length > MostWithSeeds ? 0 : seedsOfEach
            );
        }

        foreach (var (curve, place) in colored.Where(one => one.Curve.HasInterval && one.Curve.Mean.Length > 1))
        {
            var opacity = colored.Length > MostWithSeeds ? FaintBandOpacity : BandOpacity;
            PanelStyle.AddBand(
                plot,
                curve.MeanPlaces,
                curve.Low,
                curve.High,
                ConfigurationColors.Of(place).WithAlpha(opacity)
            );
        }

        foreach (var (curve, place) in colored.Where(one => one.Curve.Mean.Length > 0))
        {
            PanelStyle.AddLine(plot, curve.MeanPlaces, curve.Mean, ConfigurationColors.Of(place), 3.5f);
            if (curve.IsPoint)
            {
                plot.Add.Marker(
                    curve.MeanPlaces[0],
                    curve.Mean[0],
                    MarkerShape.FilledCircle,
                    10,
                    ConfigurationColors.Of(place)
                );
            }
        }

        foreach (var (curve, place) in curves)
        {
            foreach (var cross in curve.Crosses)
            {
                PanelStyle.AddCross(
                    plot,
                    cross.Place,
                    cross.Value,
                    place < 0 ? ConfigurationColors.Rest : ConfigurationColors.Of(place)
                );
            }
        }

        if (task.Threshold is { } threshold)
        {
            PanelStyle.AddHorizontal(plot, threshold, FigureColors.Note);
        }

        SetAxes(plot, task);
        return plot;
    }

    private static void AddSeeds(Plot plot, ConfigurationCurve curve, Color color, int most)
    {
        foreach (var seed in curve.Seeds.Take(most))
        {
            PanelStyle.AddLine(plot, curve.Places, seed, color.WithAlpha(SeedOpacity), 1.2f);
        }
    }

    private static void SetAxes(Plot plot, CurvesOfTask task)
    {
        double[] heights =
        [
            .. task
                .Curves.SelectMany(curve => curve.Seeds.SelectMany(seed => seed).Concat(curve.Low).Concat(curve.High))
                .Where(double.IsFinite)
                .Concat(task.Threshold is { } threshold ? [threshold] : []),
        ];
        (var low, var high) = (heights.Min(), heights.Max());
        var margin = high > low ? 0.04 * (high - low) : Math.Max(0.04 * Math.Abs(high), 1e-6);
        var right = task.Curves.Max(curve => curve.Places[^1]);
        plot.Axes.SetLimits(0, Math.Max(right, 1e-6), low >= 0 && low < 0.5 * high ? 0 : low - margin, high + margin);
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("#,##0.######");
        plot.Axes.Left.TickGenerator = PanelStyle.Numbers("#,##0.######");
    }
}
