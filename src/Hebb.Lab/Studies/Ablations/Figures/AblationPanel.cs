using Hebb.Lab.Figures;
using Hebb.Lab.Training;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>One panel of an ablation: a row an agent, every seed, and the mean over seeds with its interval.</summary>
internal static class AblationPanel
{
    /// <summary>The greatest return of an episode in the environment.</summary>
    public const double HighestReturn = 500;

    /// <summary>Makes the panel.</summary>
    /// <param name="summaries">The rows, from the top; at least one.</param>
    public static Plot Create(IReadOnlyList<TrainingSummary> summaries, Func<int, Color> colorOf)
    {
        var plot = new Plot();
        foreach (var (row, summary) in summaries.Index())
        {
            AddRow(plot, summary, summaries.Count - 1 - row, colorOf(row));
        }

        if (summaries[0].Environment.SolvedAt is { } threshold)
        {
            PanelStyle.AddVertical(plot, threshold, FigureColors.Note);
        }

        plot.Axes.SetLimits(-0.03 * HighestReturn, 1.03 * HighestReturn, -0.5, summaries.Count - 0.5);
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(100)
        {
            LabelFormatter = number => number.ToString("0", CultureInfo.InvariantCulture),
        };
        return plot;
    }

    private static void AddRow(Plot plot, TrainingSummary summary, double height, Color color)
    {
        double[] seeds = [.. summary.Runs.Select(run => run.Record.Last100).OfType<double>()];
        PanelStyle.AddSeeds(plot, seeds, Array.ConvertAll(seeds, _ => height - 0.24), size: 6);
        if (summary.Last is { } last)
        {
            PanelStyle.AddInterval(plot, last.Mean, last.Interval, height + 0.08, color);
        }
    }
}
