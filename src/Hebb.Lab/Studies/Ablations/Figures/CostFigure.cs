using System.Collections.Immutable;
using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>
/// Why the cost of a Q-learner that learns by equilibrium propagation shoots up: its cost, the values that are asked, its energy,
/// its feedback, how well it settles and the angle of its gradient to the exact one, over environment steps, at steps of the ladder; medians over seeds.
/// </summary>
public sealed class CostFigure : Figure
{
    private const int PanelWidth = 800;
    private const int PanelHeight = 350;
    private const int LeftMargin = 20;
    private const int Head = 150;
    private const int Foot = 50;

    private static readonly PixelPadding Padding = new(80, 20, 50, 46);

    // Okabe and Ito's set, told apart by every kind of sight.
    private static readonly Color[] Colors =
    [
        Color.FromHex("#7A838A"),
        Color.FromHex("#E69F00"),
        FigureColors.Threshold,
        Color.FromHex("#009E73"),
        FigureColors.Mean,
    ];

    private readonly ImmutableArray<(TrainingSummary Summary, Color Color)> _agents;

    /// <summary>Prepares the figure.</summary>
    /// <param name="steps">Some steps of the ladder, at most five, and what came of them; at least one.</param>
    public CostFigure(IReadOnlyList<TrainingSummary> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _agents = [.. steps.Zip(Colors)];
    }

    /// <inheritdoc/>
    private protected override int Width => LeftMargin + (2 * PanelWidth) + 20;

    /// <inheritdoc/>
    private protected override int Height => Head + (CostPanel.All.Count / 2 * PanelHeight) + Foot;

    /// <inheritdoc/>
    private protected override void Draw(SKCanvas canvas, FigureText text)
    {
        TrainingSummary first = _agents[0].Summary;
        var left = LeftMargin + 10;
        text.Write(
            "DQN EP: a cost that falls and then shoots up",
            new Pixel(left, 20),
            Alignment.UpperLeft,
            28,
            FigureColors.Text,
            bold: true
        );
        var note =
            "Steps from the report's rule to dqn-ep, each with all above it. "
            + FormattableString.Invariant(
                $"Median over {Counted.Text(first.Seeds, "seed")} of {first.Environment.Name}, over environment steps."
            );
        text.Write(note, new Pixel(left, 62), Alignment.UpperLeft, 19, FigureColors.Note);
        new FigureLegend(canvas, text).Draw(
            new Pixel(left, 112),
            _agents.Select(agent => new LegendSample(agent.Summary.Agent.Title, agent.Color, 7))
        );
        foreach (var (index, panel) in CostPanel.All.Index())
        {
            float from = LeftMargin + (index % 2 * PanelWidth);
            float top = Head + (index / 2 * PanelHeight);
            var rectangle = new PixelRect(from, from + PanelWidth, top + PanelHeight, top);
            using (Plot plot = panel.Create(_agents, Padding))
            {
                PanelStyle.Draw(plot, canvas, rectangle);
            }

            var area = rectangle.Contract(Padding);
            var above = new Pixel(area.Left, area.Top - 10);
            text.Write(panel.Title, above, Alignment.LowerLeft, 20, FigureColors.Text, bold: true);
        }

        var below = new Pixel(Width / 2f, Height - 30);
        text.Write("Environment steps", below, Alignment.MiddleCenter, 19, FigureColors.Text);
    }
}
