using Hebb.Lab.Summaries;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Figures;

/// <summary>One panel of a figure of learning curves.</summary>
internal static class LearningCurvePanel
{
    private const double HighestReturn = 200;

    /// <summary>Makes a panel of Figure 4: the curves of one method on the axes that all panels share.</summary>
    /// <param name="labelsBelow">Whether the episodes are written below it.</param>
    /// <param name="labelsAtLeft">Whether the returns are written beside it.</param>
    public static Plot Create(CurveBand curve, bool labelsBelow, bool labelsAtLeft)
    {
        Plot plot = Draw(curve, Criteria.SolvedAt);
        SetAxes(plot, curve.Places[^1], labelsBelow, labelsAtLeft);
        return plot;
    }

    /// <summary>Draws curves without axes: the seeds, the band, the threshold, and the mean before them.</summary>
    /// <param name="threshold">The mean return from which the task counts as solved; null where there is none.</param>
    public static Plot Draw(CurveBand curve, double? threshold)
    {
        var plot = new Plot();
        // One alone is the mean.
        foreach (var seed in curve.Seeds.Length > 1 ? curve.Seeds : [])
        {
            PanelStyle.AddLine(plot, curve.Places, seed, FigureColors.Seed, 1);
        }

        if (curve.HasBand)
        {
            PanelStyle.AddBand(plot, curve.Places, curve.Low, curve.High, FigureColors.Band);
        }

        if (threshold is { } solvedAt)
        {
            PanelStyle.AddHorizontal(plot, solvedAt, FigureColors.Threshold);
        }

        PanelStyle.AddLine(plot, curve.Places, curve.Mean, FigureColors.Mean, 3.5f);
        foreach (var cross in curve.Crosses)
        {
            PanelStyle.AddCross(plot, cross.Place, cross.Value, FigureColors.Note);
        }

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
