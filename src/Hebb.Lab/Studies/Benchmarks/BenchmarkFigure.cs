using Hebb.Agents;
using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>
/// The benchmark: a panel an environment, a row an agent; the mean return of the last 100 training episodes as interquartile
/// mean over seeds with its 95 % bootstrap interval. Agents and their backprop twins have one hue and lie side by side.
/// </summary>
public sealed class BenchmarkFigure : Figure
{
    private readonly TrainingSummary[][] _panels;
    private readonly AgentEntry[] _agents;
    private readonly FamilyColors _colors;
    private readonly BenchmarkGrid _grid;

    /// <summary>Prepares the figure.</summary>
    /// <param name="summaries">What came of each agent in each environment; at least one.</param>
    public BenchmarkFigure(IReadOnlyList<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        _panels =
        [
            .. summaries
                .GroupBy(summary => summary.Environment.Name, StringComparer.Ordinal)
                .Select(rows => rows.ToArray()),
        ];
        _agents =
        [
            .. Benchmark.Ordered(
                summaries.Select(summary => summary.Agent).DistinctBy(agent => agent.Name, StringComparer.Ordinal)
            ),
        ];
        _colors = new FamilyColors(_agents);
        _grid = new BenchmarkGrid(_panels.Length, _agents.Length);
    }

    /// <inheritdoc/>
    private protected override int Width => _grid.Width;

    /// <inheritdoc/>
    private protected override int Height => _grid.Height;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        DrawHead(canvas, text);
        string[] names = [.. _agents.Select(agent => agent.Name)];
        for (var row = 0; row < _agents.Length; row++)
        {
            var beside = new Pixel(_grid.Rectangle(0).Left, BenchmarkGrid.Middle(row));
            text.Write(_agents[row].Title, beside, Alignment.MiddleRight, 18, FigureColors.Text);
        }

        for (var panel = 0; panel < _panels.Length; panel++)
        {
            using Plot plot = BenchmarkPanel.Create(_panels[panel], names, _colors);
            PanelStyle.Draw(plot, canvas, _grid.Rectangle(panel));
            DrawWords(text, panel, names);
        }
    }

    private void DrawHead(SKCanvas canvas, FigureText text)
    {
        var seeds = Counted.Text(_panels[0][0].Seeds, "seed");
        var title = $"Mean return of the last {Criteria.Window} training episodes ({seeds})";
        text.Write(title, new Pixel(30, 20), Alignment.UpperLeft, 28, FigureColors.Text, bold: true);
        var note =
            "Interquartile mean over seeds with its 95 % bootstrap interval; at the right, how many seeds solved it.";
        text.Write(note, new Pixel(30, 62), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(
            new Pixel(30, 112),
            [
                new("without backprop", FamilyColors.Learner, 7),
                new("its backprop twin, lighter", FamilyColors.Twin, 7),
                new("no twin", FamilyColors.Alone, 7),
                new("solved from here on", FigureColors.Note, 2, Dashed: true),
            ]
        );
    }

    private void DrawWords(FigureText text, int panel, string[] names)
    {
        PixelRect area = _grid.Rectangle(panel).Contract(BenchmarkGrid.Padding);
        var above = new Pixel(area.Left, area.Top - 8);
        text.Write(_panels[panel][0].Environment.Name, above, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        foreach (TrainingSummary summary in _panels[panel])
        {
            var beside = new Pixel(area.Right + 8, BenchmarkGrid.Middle(Array.IndexOf(names, summary.Agent.Name)));
            var solved = $"{summary.Solved}/{summary.Seeds}";
            text.Write(solved, beside, Alignment.MiddleLeft, 16, FigureColors.Note);
        }

        var below = new Pixel((area.Left + area.Right) / 2, Height - 30);
        text.Write("Mean return", below, Alignment.MiddleCenter, 18, FigureColors.Text);
    }
}
