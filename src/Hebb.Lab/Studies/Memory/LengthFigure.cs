using Hebb.Lab.Curves;
using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using ScottPlot;

namespace Hebb.Lab.Studies.Memory;

/// <summary>
/// Scores by the length of what has to be remembered: a panel for each family of tasks, a curve for each learner that plays every length.
/// </summary>
internal sealed class LengthFigure : PanelFigure
{
    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">Of tasks with a length; at least one.</param>
    public LengthFigure(IReadOnlyList<MemoryFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        MemoryLearner[] learners =
        [
            .. findings
                .GroupBy(finding => finding.Group.Learner)
                .Where(ofOne => ofOne.Key.PlaysAll || findings.All(finding => !finding.Group.Learner.PlaysAll))
                .Select(ofOne => ofOne.Key)
                .Take(ConfigurationColors.Most),
        ];
        string[] families = [.. findings.Select(finding => finding.Group.Task.Family).Distinct(StringComparer.Ordinal)];
        Title = "Scores by the length of what is to be remembered";
        Note =
            $"{IntervalText.Legend("Interquartile mean over seeds", findings.Select(row => (Estimate?)row.Score), "seeds")}, of greedy episodes after training.";
        Legend =
        [
            .. learners.Select((learner, place) => new LegendSample(learner.Name, ConfigurationColors.Of(place), 4)),
            new("solved from here on", FigureColors.Note, 2, Dashed: true),
        ];
        var grid = PanelGrid.Of(Math.Max(2, families.Length), height: 380);
        Panels =
        [
            .. families.Select(
                (family, place) =>
                    grid.Panel(
                        place,
                        PanelGrid.Padding,
                        () => Panel([.. findings.Where(one => one.Group.Task.Family == family)], learners),
                        below: "length (steps)",
                        beside: "score",
                        title: family
                    )
            ),
        ];
    }

    private static Plot Panel(MemoryFinding[] findings, MemoryLearner[] learners)
    {
        var plot = new Plot();
        foreach ((var place, MemoryLearner learner) in learners.Index())
        {
            MemoryFinding[] own =
            [
                .. findings.Where(one => one.Group.Learner == learner).OrderBy(one => one.Group.Task.Length),
            ];
            PanelStyle.AddEstimates(
                plot,
                [.. own.Select(one => Math.Log10(one.Group.Task.Length))],
                [.. own.Select(one => one.Score)],
                ConfigurationColors.Of(place)
            );
        }

        PanelStyle.AddHorizontal(plot, MemoryTask.SolvedAt, FigureColors.Note);
        double[] all = [.. findings.Select(one => (double)one.Group.Task.Length).Distinct()];
        plot.Axes.SetLimits(Math.Log10(all.Min()) - 0.05, Math.Log10(all.Max()) + 0.05, -0.04, 1.06);
        plot.Axes.Bottom.TickGenerator = LogarithmicTicks.Generator(all);
        plot.Axes.Left.TickGenerator = PanelStyle.Numbers("0.##", 5);
        return plot;
    }
}
