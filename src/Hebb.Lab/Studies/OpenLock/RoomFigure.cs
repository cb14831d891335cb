using Hebb.Lab.Figures;
using Hebb.Lab.Studies.OpenLock.Trials;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>
/// Attempts to find all solutions: a block for each protocol, in it a row for each learner and a panel for each condition.
/// </summary>
public sealed class RoomFigure : Figure
{
    private const int Margin = 30;
    private const int PanelWidth = 262;
    private const int RowHeight = 30;
    private const int Head = 128;
    private const int Foot = 20;
    private const int NameSize = 17;

    private static readonly PixelPadding Padding = new(10, 14, 40, 72);

    private readonly IGrouping<RoomProtocol, RoomSummary>[] _blocks;
    private readonly RoomCondition[] _conditions;
    private readonly int _names;

    /// <summary>Prepares the figure.</summary>
    /// <param name="summaries">What came of the study.</param>
    public RoomFigure(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        _blocks = [.. summaries.GroupBy(row => row.Group.Protocol)];
        _conditions = [.. summaries.Select(row => row.Group.Condition).Distinct()];
        _names =
            16 + (int)Math.Ceiling(RoomColumns.LearnersOf(summaries).Max(row => FigureText.Width(row.Name, NameSize)));
    }

    /// <inheritdoc/>
    private protected override int Width => Math.Max(1120, Margin + _names + (_conditions.Length * PanelWidth) + 16);

    /// <inheritdoc/>
    private protected override int Height => Head + _blocks.Sum(block => HeightOf([.. block])) + Foot;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        text.Write(
            "OpenLock: attempts until all solutions of a room are found",
            new Pixel(Margin, 16),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        text.Write(
            "CC: common cause, CE: common effect, with three or four levers; CE3-CC4: trained in the one, tested in the other.",
            new Pixel(Margin, 54),
            Alignment.UpperLeft,
            18,
            FigureColors.Note
        );
        new FigureLegend(canvas, text).Draw(
            new Pixel(Margin, 100),
            [
                new("interquartile mean, 95 % interval", FigureColors.Mean, 7),
                new("a seed", FigureColors.Seed, 6),
                new("fewest possible", FigureColors.Note, 2, Dashed: true),
                new("best published agents, untrained, about", FigureColors.Threshold, 2, Dashed: true),
            ]
        );
        var top = Head;
        foreach (var block in _blocks)
        {
            DrawBlock(canvas, text, [.. block], top);
            top += HeightOf([.. block]);
        }
    }

    private static int HeightOf(RoomSummary[] block) =>
        (int)(Padding.Top + Padding.Bottom) + (RoomColumns.LearnersOf(block).Count * RowHeight) + 24;

    private void DrawBlock(SKCanvas canvas, FigureText text, RoomSummary[] block, int top)
    {
        RoomProtocol protocol = block[0].Group.Protocol;
        IReadOnlyList<RoomLearner> learners = RoomColumns.LearnersOf(block);
        var height = HeightOf(block) - 24;
        text.Write(Title(protocol), new Pixel(Margin, top + 4), Alignment.UpperLeft, 20, FigureColors.Text, bold: true);
        foreach (var (place, condition) in _conditions.Index())
        {
            var left = Margin + _names + (place * PanelWidth);
            var panel = new PixelRect(left, left + PanelWidth, top + height, top);
            using (Plot plot = RoomPanel.Create(block, learners, condition, Padding))
            {
                PanelStyle.Draw(plot, canvas, panel);
            }

            var above = new Pixel(panel.Left + Padding.Left, panel.Top + Padding.Top - 8);
            text.Write(condition.Name, above, Alignment.LowerLeft, 18, FigureColors.Text, bold: true);
            var below = new Pixel((panel.Left + panel.Right) / 2, panel.Bottom + 2);
            text.Write("attempts", below, Alignment.MiddleCenter, 16, FigureColors.Note);
        }

        foreach (var (place, learner) in learners.Index())
        {
            var y = top + Padding.Top + ((place + 0.5f) * RowHeight);
            var beside = new Pixel(Margin + _names, y);
            text.Write(learner.Name, beside, Alignment.MiddleRight, NameSize, FigureColors.Text);
        }
    }

    private static string Title(RoomProtocol protocol) =>
        protocol.IsTransferTestedOnce
            ? $"People's protocol: {protocol.Description}"
            : $"Protocol of learning: {protocol.Description}; mean of a trial in the last {protocol.EndIterations}";
}
