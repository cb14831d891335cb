using System.Globalization;
using Hebb.Lab.Figures;
using Hebb.Lab.Training;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>One panel of an ablation: a row an agent, every seed, and the mean over seeds with its interval.</summary>
internal static class AblationPanel
{
    private const float MarkerSize = 11;
    private const float SeedSize = 6;
    private const float IntervalWidth = 5;

    /// <summary>The greatest return of an episode in the environment.</summary>
    public const double HighestReturn = 500;

    /// <summary>Makes the panel.</summary>
    /// <param name="summaries">The rows, from the top; at least one.</param>
    /// <param name="colorOf">The colour of a row.</param>
    public static Plot Create(IReadOnlyList<TrainingSummary> summaries, Func<int, Color> colorOf)
    {
        var plot = new Plot();
        foreach (var (row, summary) in summaries.Index())
        {
            AddRow(plot, summary, summaries.Count - 1 - row, colorOf(row));
        }

        // Last: its dashes would stay with the paint of marks drawn after it.
        if (summaries[0].Environment.SolvedAt is { } threshold)
        {
            VerticalLine line = plot.Add.VerticalLine(threshold);
            line.LineStyle.Color = FigureColors.Note;
            line.LineStyle.Width = 2;
            line.LineStyle.Pattern = LinePattern.Dashed;
        }

        plot.Axes.SetLimits(-0.03 * HighestReturn, 1.03 * HighestReturn, -0.5, summaries.Count - 0.5);
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(100)
        {
            LabelFormatter = number => number.ToString("0", CultureInfo.InvariantCulture),
        };
        PanelStyle.Apply(plot, RowsGrid.Padding);
        return plot;
    }

    private static void AddRow(Plot plot, TrainingSummary summary, double height, Color color)
    {
        double[] seeds = [.. summary.Runs.Select(run => run.Record.Last100).OfType<double>()];
        if (seeds.Length > 0)
        {
            double[] heights = [.. seeds.Select(_ => height - 0.24)];
            plot.Add.Markers(seeds, heights, MarkerShape.FilledCircle, SeedSize, FigureColors.Seed);
        }

        if (summary.Last is { } last)
        {
            double[] ends = [last.Interval.Low, last.Interval.High];
            PanelStyle.AddLine(plot, ends, [height + 0.08, height + 0.08], color, IntervalWidth);
            plot.Add.Marker(last.Mean, height + 0.08, MarkerShape.FilledCircle, MarkerSize, color);
        }
    }
}
