using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>One panel of a figure of learning curves.</summary>
internal static class LearningCurvePanel
{
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
}
