using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>Attempts of a trial in tests: a block for each training, in it a panel for each test and a row for each learner.</summary>
internal sealed class RoomsFigure : PanelFigure
{
    private const int PanelWidth = 262;

    private static readonly PixelPadding Padding = new(10, 14, 52, 60);

    /// <summary>Prepares the figure.</summary>
    /// <param name="findings">At least one.</param>
    public RoomsFigure(IReadOnlyList<RoomsFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Title = "OpenLock: attempts until all solutions are found, in tests without learning";
        Note = "Each block: what was trained in; each panel: what was tested in. At most 30 attempts a trial.";
        Legend =
        [
            new(
                IntervalText.Legend("interquartile mean", findings.Select(row => (Estimate?)row.Mean), "seeds"),
                FigureColors.Mean,
                7
            ),
            new("a seed", FigureColors.Seed, 6),
        ];
        var widest = findings.Max(row => FigureText.Width(row.Group.Learner.Name, RowsGrid.NameSize));
        var most = findings
            .GroupBy(row => row.Group.Training)
            .Max(block => block.Select(row => row.Test).Distinct().Count());
        var grid = new RowsGrid(
            RowsGrid.Margin + 16 + (int)Math.Ceiling(widest),
            [.. Enumerable.Repeat(PanelWidth, most)]
        );
        Panels =
        [
            .. findings.GroupBy(row => row.Group.Training).SelectMany(block => Block(grid, block.Key, [.. block])),
        ];
        LeastWidth = 1240;
    }

    private static IEnumerable<FigurePanel> Block(RowsGrid grid, RoomTraining training, RoomsFinding[] block)
    {
        RoomPlayer[] learners = [.. block.Select(row => row.Group.Learner).Distinct()];
        RoomTest[] tests = [.. block.Select(row => row.Test).Distinct()];
        return grid.Block(
                $"Trained in {training.Title}",
                [.. learners.Select(learner => (learner.Name, FigureColors.Text))],
                [.. tests.Select(test => (Padding, (Func<Plot>)(() => Panel(block, learners, test))))]
            )
            .Zip(tests, (panel, test) => panel with { Title = test.Name, Below = "attempts" });
    }

    private static Plot Panel(RoomsFinding[] block, RoomPlayer[] learners, RoomTest test)
    {
        var plot = new Plot();
        foreach (RoomsFinding row in block.Where(row => row.Test == test))
        {
            double height = learners.Length - 1 - Array.IndexOf(learners, row.Group.Learner);
            double[] seeds = [.. row.Attempts];
            PanelStyle.AddSeeds(plot, seeds, Array.ConvertAll(seeds, _ => height - 0.24), size: 4);
            PanelStyle.AddInterval(plot, row.Mean.Mean, row.Mean.Interval, height + 0.08, FigureColors.Mean);
        }

        plot.Axes.SetLimits(0, RoomTest.AttemptLimit * 1.04, -0.5, learners.Length - 0.5);
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("0.##", 4);
        return plot;
    }
}
