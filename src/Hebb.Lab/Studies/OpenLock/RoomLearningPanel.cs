using Hebb.Lab.Curves;
using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>How agents learn in one condition: attempts of a trial, on a logarithmic axis, by iteration.</summary>
internal static class RoomLearningPanel
{
    private const double BandOpacity = 0.18;
    private static readonly double[] Ticks = [3, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>Makes the panel.</summary>
    /// <param name="learners">All agents of the figure, in the order of their colours.</param>
    public static Plot Create(RoomSummary[] rows, RoomLearner[] learners)
    {
        var plot = new Plot();
        (RoomCurve Curve, Color Color)[] curves =
        [
            .. rows.Select(row =>
                (RoomCurve.Of(row), ConfigurationColors.Of(Array.IndexOf(learners, row.Group.Learner)))
            ),
        ];
        foreach (var (curve, color) in curves.Where(one => one.Curve.Iterations.All(mean => mean.Interval.HasValue)))
        {
            PanelStyle.AddBand(
                plot,
                Places(curve),
                [.. curve.Iterations.Select(estimate => Math.Log10(estimate.Interval!.Value.Low))],
                [.. curve.Iterations.Select(estimate => Math.Log10(estimate.Interval!.Value.High))],
                color.WithAlpha(BandOpacity)
            );
        }

        foreach (var (curve, color) in curves)
        {
            double[] heights = [.. curve.Iterations.Select(estimate => Math.Log10(estimate.Mean))];
            PanelStyle.AddLine(plot, Places(curve), heights, color, 2.5f);
        }

        RoomCondition condition = rows[0].Group.Condition;
        if (PublishedAttempts.EndOfLearning(condition) is { } published)
        {
            PanelStyle.AddHorizontal(plot, Math.Log10(published), FigureColors.Threshold);
        }

        PanelStyle.AddHorizontal(plot, Math.Log10(PublishedAttempts.Fewest), FigureColors.Note);
        var (training, last) = (curves[0].Curve.Training, curves.Max(curve => curve.Curve.Iterations.Length));
        if (training > 0)
        {
            VerticalLine change = plot.Add.VerticalLine(training + 0.5);
            change.LineStyle.Color = FigureColors.Note;
            change.LineStyle.Width = 1.5f;
        }

        plot.Axes.SetLimits(0, Math.Max(2, last), Math.Log10(2), Math.Log10(900));
        plot.Axes.Left.TickGenerator = LogarithmicTicks.Generator(Ticks);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = number => number.ToString("0", CultureInfo.InvariantCulture),
        };
        return plot;
    }

    private static double[] Places(RoomCurve curve) =>
        [.. Enumerable.Range(1, curve.Iterations.Length).Select(iteration => (double)iteration)];
}
