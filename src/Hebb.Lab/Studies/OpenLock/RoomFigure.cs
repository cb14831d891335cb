using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Summaries;
using ScottPlot;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>
/// Attempts to find all solutions: a block for each protocol, in it a row for each learner and a panel for each condition.
/// </summary>
internal sealed class RoomFigure : PanelFigure
{
    private const int PanelWidth = 262;

    private static readonly PixelPadding Padding = new(10, 14, 52, 74);

    /// <summary>Prepares the figure.</summary>
    public RoomFigure(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        RoomCondition[] conditions = [.. summaries.Select(row => row.Group.Condition).Distinct()];
        var widest = RoomColumns.LearnersOf(summaries).Max(row => FigureText.Width(row.Name, RowsGrid.NameSize));
        Title = "OpenLock: attempts until all solutions of a room are found";
        Note =
            "CC: common cause, CE: common effect, with three or four levers; CE3-CC4: trained in the one, tested in the other.";
        Legend =
        [
            new(
                IntervalText.Legend("interquartile mean", summaries.Select(row => (Estimate?)row.End), "seeds"),
                FigureColors.Mean,
                7
            ),
            new("a seed", FigureColors.Seed, 6),
            new("fewest possible", FigureColors.Note, 2, Dashed: true),
            new("best published agents, untrained, about", FigureColors.Threshold, 2, Dashed: true),
        ];
        var grid = new RowsGrid(
            RowsGrid.Margin + 16 + (int)Math.Ceiling(widest),
            [.. conditions.Select(_ => PanelWidth)]
        );
        Panels =
        [
            .. summaries.GroupBy(row => row.Group.Protocol).SelectMany(block => Block(grid, [.. block], conditions)),
        ];
        LeastWidth = 1240;
    }

    private static IEnumerable<FigurePanel> Block(RowsGrid grid, RoomSummary[] block, RoomCondition[] conditions)
    {
        RoomLearner[] learners = [.. RoomColumns.LearnersOf(block)];
        return grid.Block(
                TitleOf(block[0].Group.Protocol),
                [.. learners.Select(learner => (learner.Name, FigureColors.Text))],
                [
                    .. conditions.Select(condition =>
                        (Padding, (Func<Plot>)(() => RoomPanel.Create(block, learners, condition)))
                    ),
                ]
            )
            .Zip(conditions, (panel, condition) => panel with { Title = condition.Name, Below = "attempts" });
    }

    private static string TitleOf(RoomProtocol protocol) =>
        protocol.IsTransferTestedOnce
            ? $"People's protocol: {protocol.Description}"
            : $"Learning protocol: {protocol.Description}; mean of a trial in the last {protocol.EndIterations}";
}
