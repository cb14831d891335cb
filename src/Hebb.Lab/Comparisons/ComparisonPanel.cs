using Hebb.Lab.Figures;
using Hebb.Numerics.Statistics;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Comparisons;

/// <summary>The two panels of a comparison: intervals of scores, and of probabilities of improvement.</summary>
internal static class ComparisonPanel
{
    /// <summary>The scores: every run, and the mean over runs with its interval.</summary>
    public static Plot OfScores(ComparedTask task)
    {
        var plot = new Plot();
        foreach (var (place, row) in task.Rows.Index())
        {
            double height = task.Rows.Length - 1 - place;
            double[] scores = [.. row.Strata.SelectMany(stratum => stratum)];
            PanelStyle.AddSeeds(plot, scores, Array.ConvertAll(scores, _ => height - 0.24));

            if (row.Score is { } score)
            {
                AddInterval(plot, row, score.Mean, score.Interval, height);
            }
            else
            {
                AddNothing(plot, height);
            }
        }

        (var low, var high) = Range(task);
        var margin = Math.Max(0.04 * (high - low), 0.01 * Math.Max(Math.Abs(low), Math.Abs(high)));
        var threshold = task.Name is null ? null : task.Rows[0].Runs[0].Threshold;
        if (threshold is { } solvedAt && solvedAt >= low - margin && solvedAt <= high + margin)
        {
            PanelStyle.AddVertical(plot, solvedAt, FigureColors.Note);
        }

        Finish(plot, task, low - margin, high + margin);
        return plot;
    }

    /// <summary>The probabilities that a run does better than one of the baseline.</summary>
    public static Plot OfProbabilities(ComparedTask task)
    {
        var plot = new Plot();
        foreach (var (place, row) in task.Rows.Index())
        {
            if (row.Improvement is { } improvement)
            {
                double height = task.Rows.Length - 1 - place;
                AddInterval(plot, row, improvement.Probability, improvement.Interval, height);
            }
        }

        PanelStyle.AddVertical(plot, 0.5, FigureColors.Note);
        Finish(plot, task, -0.03, 1.03);
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(0.25)
        {
            LabelFormatter = number => number.ToString("0.##", CultureInfo.InvariantCulture),
        };
        return plot;
    }

    private static void AddInterval(
        Plot plot,
        ComparedRuns row,
        double mean,
        BootstrapInterval? interval,
        double height
    )
    {
        Color color = row.IsBaseline ? FigureColors.Threshold : FigureColors.Mean;
        PanelStyle.AddInterval(plot, mean, interval, height + 0.08, color);
    }

    private static void AddNothing(Plot plot, double height)
    {
        Text words = plot.Add.Text("no score", 0, height);
        words.LabelFontName = FigureFont.Name;
        words.LabelFontSize = 15;
        words.LabelFontColor = FigureColors.Note;
        words.LabelAlignment = Alignment.MiddleLeft;
    }

    private static void Finish(Plot plot, ComparedTask task, double low, double high)
    {
        plot.Axes.SetLimits(low, high, -0.5, task.Rows.Length - 0.5);
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("#,##0.##", 6);
    }

    private static (double Low, double High) Range(ComparedTask task)
    {
        double[] scores = [.. task.Rows.SelectMany(row => row.Strata).SelectMany(stratum => stratum)];
        return task.Name is null || scores.Length == 0 ? (0, 1)
            : scores.Min() == 0 && scores.Max() == 0 ? (-1, 1)
            : (scores.Min(), scores.Max());
    }
}
