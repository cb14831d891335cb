using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The attempts of several learners in one condition, a row each.</summary>
internal static class RoomPanel
{
    private const float MarkerSize = 10;
    private const float SeedSize = 4;
    private const float IntervalWidth = 5;
    private const int MostLinear = 60;

    /// <summary>Makes the panel.</summary>
    /// <param name="block">The summaries of a protocol: the axis is that of all its panels.</param>
    /// <param name="learners">The learners, from the uppermost row on.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="padding">The room around the data, in pixels.</param>
    public static Plot Create(
        RoomSummary[] block,
        IReadOnlyList<RoomLearner> learners,
        RoomCondition condition,
        PixelPadding padding
    )
    {
        var plot = new Plot();
        var limit = block.SelectMany(row => row.Runs).Max(course => course.End);

        // Over so wide a range few attempts would all lie at the edge.
        var isLogarithmic = limit > MostLinear;
        double Place(double attempts) => isLogarithmic ? Math.Log10(attempts) : attempts;
        foreach (RoomSummary row in block.Where(row => row.Group.Condition == condition))
        {
            double height = learners.Count - 1 - IndexOf(learners, row.Group.Learner);
            double[] seeds = [.. row.Runs.Select(course => Place(course.End))];
            plot.Add.Markers(
                seeds,
                Array.ConvertAll(seeds, _ => height - 0.24),
                MarkerShape.FilledCircle,
                SeedSize,
                FigureColors.Seed
            );
            double[] ends = [Place(row.End.Interval.Low), Place(row.End.Interval.High)];
            PanelStyle.AddLine(plot, ends, [height + 0.08, height + 0.08], FigureColors.Mean, IntervalWidth);
            plot.Add.Marker(
                Place(row.End.Mean),
                height + 0.08,
                MarkerShape.FilledCircle,
                MarkerSize,
                FigureColors.Mean
            );
        }

        // Drawn last: dashes would stay with the paint of marks drawn after them.
        if (
            !block[0].Group.Protocol.IsTransferTestedOnce && PublishedAttempts.EndOfLearning(condition) is { } published
        )
        {
            AddDashed(plot, Place(published), FigureColors.Threshold);
        }

        AddDashed(plot, Place(PublishedAttempts.Fewest), FigureColors.Note);
        plot.Axes.SetLimits(
            isLogarithmic ? Math.Log10(2.5) : 0,
            Place(limit * (isLogarithmic ? 1.25 : 1.06)),
            -0.6,
            learners.Count - 0.4
        );
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = isLogarithmic
            ? LogarithmicTicks.Generator([3, 10, 30, 100, 300])
            : new NumericAutomatic
            {
                TargetTickCount = 4,
                LabelFormatter = number => number.ToString("0.##", CultureInfo.InvariantCulture),
            };
        PanelStyle.Apply(plot, padding);
        return plot;
    }

    private static int IndexOf(IReadOnlyList<RoomLearner> learners, RoomLearner learner) =>
        learners.Index().First(entry => entry.Item == learner).Index;

    private static void AddDashed(Plot plot, double place, Color color)
    {
        VerticalLine line = plot.Add.VerticalLine(place);
        line.LineStyle.Color = color;
        line.LineStyle.Width = 2;
        line.LineStyle.Pattern = LinePattern.Dashed;
    }
}
