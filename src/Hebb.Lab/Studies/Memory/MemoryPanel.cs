using Hebb.Lab.Figures;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Memory;

/// <summary>The scores of several learners in one task, a row each.</summary>
internal static class MemoryPanel
{
    /// <summary>Makes the panel.</summary>
    /// <param name="learners">The learners, from the uppermost row on.</param>
    public static Plot Create(IReadOnlyList<MemoryFinding> findings, MemoryLearner[] learners, MemoryTask task)
    {
        var plot = new Plot();
        foreach (MemoryFinding finding in findings.Where(finding => finding.Group.Task == task))
        {
            double height = learners.Length - 1 - Array.IndexOf(learners, finding.Group.Learner);
            double[] seeds = [.. finding.Scores];
            PanelStyle.AddSeeds(plot, seeds, Array.ConvertAll(seeds, _ => height - 0.24), size: 4);
            PanelStyle.AddInterval(plot, finding.Score.Mean, finding.Score.Interval, height + 0.08, FigureColors.Mean);
        }

        PanelStyle.AddVertical(plot, MemoryTask.SolvedAt, FigureColors.Threshold);
        plot.Axes.SetLimits(-0.04, 1.04, -0.5, learners.Length - 0.5);
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("0.##", 3);
        return plot;
    }
}
