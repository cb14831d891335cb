using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using ScottPlot;

namespace Hebb.Lab.Studies.Memory;

/// <summary>Scores after training: a panel for each task that several learners play, in it a row for each learner.</summary>
internal sealed class MemoryFigure : PanelFigure
{
    private const int PanelWidth = 230;
    private const int PanelsBeside = 6;

    private static readonly PixelPadding Padding = new(10, 62, 56, 54);

    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">At least one.</param>
    public MemoryFigure(IReadOnlyList<MemoryFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        MemoryTask[] tasks = [.. findings.Select(finding => finding.Group.Task).Distinct()];
        MemoryTask[] shown = [.. tasks.Where(task => task.IsKey || task.Family.Length == 0)];
        shown = shown.Length == 0 ? tasks : shown;
        Title = "Memory without backprop through time: scores of greedy episodes after training";
        Note =
            "1: every episode as well as possible; 0.5 or less: chance. At the right, how many seeds score 0.95 and more; a row without a mark was not played.";
        Legend =
        [
            new(
                IntervalText.Legend("interquartile mean", findings.Select(row => (Estimate?)row.Score), "seeds"),
                FigureColors.Mean,
                7
            ),
            new("a seed", FigureColors.Seed, 6),
            new("solved from here on", FigureColors.Threshold, 2, Dashed: true),
        ];
        var widest = findings.Max(row => FigureText.Width(row.Group.Learner.Name, RowsGrid.NameSize));
        var grid = new RowsGrid(
            RowsGrid.Margin + 16 + (int)Math.Ceiling(widest),
            [.. Enumerable.Repeat(PanelWidth, Math.Min(PanelsBeside, shown.Length))]
        );
        Panels = [.. shown.Chunk(PanelsBeside).SelectMany(tasks => Block(grid, findings, tasks))];
        LeastWidth = 1240;
    }

    private static IEnumerable<FigurePanel> Block(
        RowsGrid grid,
        IReadOnlyList<MemoryFinding> findings,
        MemoryTask[] tasks
    )
    {
        MemoryLearner[] learners =
        [
            .. findings
                .Where(finding => tasks.Contains(finding.Group.Task))
                .Select(finding => finding.Group.Learner)
                .Distinct(),
        ];
        return grid.Block(
                "",
                [.. learners.Select(learner => (learner.Name, FigureColors.Text))],
                [.. tasks.Select(task => (Padding, (Func<Plot>)(() => MemoryPanel.Create(findings, learners, task))))]
            )
            .Zip(
                tasks,
                (panel, task) =>
                    panel with
                    {
                        Title = task.Name,
                        Below = "score",
                        Words = [.. learners.Select(learner => Solved(findings, learner, task))],
                    }
            );
    }

    private static string Solved(IReadOnlyList<MemoryFinding> findings, MemoryLearner learner, MemoryTask task) =>
        findings.FirstOrDefault(one => one.Group.Learner == learner && one.Group.Task == task) is { } finding
            ? $"{finding.Solved}/{finding.Runs.Length}"
            : "";
}
