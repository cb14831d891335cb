using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The attempts of several learners in one condition, a row each.</summary>
internal static class RoomPanel
{
    private const int MostLinear = 60;

    /// <summary>Makes the panel.</summary>
    /// <param name="learners">The learners, from the uppermost row on.</param>
    public static Plot Create(RoomSummary[] block, RoomLearner[] learners, RoomCondition condition)
    {
        var plot = new Plot();
        var limit = block.SelectMany(row => row.Runs).Max(course => course.End);

        // Over so wide a range few attempts would all lie at the edge.
        var isLogarithmic = limit > MostLinear;
        double Place(double attempts) => isLogarithmic ? Math.Log10(attempts) : attempts;
        foreach (RoomSummary row in block.Where(row => row.Group.Condition == condition))
        {
            double height = learners.Length - 1 - Array.IndexOf(learners, row.Group.Learner);
            double[] seeds = [.. row.Runs.Select(course => Place(course.End))];
            PanelStyle.AddSeeds(plot, seeds, Array.ConvertAll(seeds, _ => height - 0.24), size: 4);
            PanelStyle.AddInterval(
                plot,
                Place(row.End.Mean),
                row.End.Interval is { } interval ? new(Place(interval.Low), Place(interval.High)) : null,
                height + 0.08,
                FigureColors.Mean
            );
        }

        if (
            !block[0].Group.Protocol.IsTransferTestedOnce && PublishedAttempts.EndOfLearning(condition) is { } published
        )
        {
            PanelStyle.AddVertical(plot, Place(published), FigureColors.Threshold);
        }

        PanelStyle.AddVertical(plot, Place(PublishedAttempts.Fewest), FigureColors.Note);
        plot.Axes.SetLimits(
            isLogarithmic ? Math.Log10(2.5) : 0,
            Place(limit * (isLogarithmic ? 1.25 : 1.06)),
            -0.5,
            learners.Length - 0.5
        );
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = isLogarithmic
            ? LogarithmicTicks.Generator([3, 10, 30, 100, 300])
            : PanelStyle.Numbers("0.##", 4);
        return plot;
    }
}
