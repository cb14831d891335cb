using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;
using ScottPlot;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>
/// Why the cost of a Q-learner that learns by equilibrium propagation shoots up: its cost, the values that are asked, its energy,
/// its feedback, how well it settles and the angle of its gradient to the exact one, over environment steps, at steps of the ladder; medians over seeds.
/// </summary>
internal sealed class CostFigure : PanelFigure
{
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

    /// <summary>Prepares the figure.</summary>
    /// <param name="steps">Some steps of the ladder, at most five, and what came of them; at least one.</param>
    public CostFigure(IReadOnlyList<TrainingSummary> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        (TrainingSummary Summary, Color Color)[] agents = [.. steps.Zip(Colors)];
        Title = "DQN EP: a cost that falls and then rises";
        Note =
            "Steps from the report's rule to dqn-ep, each with all steps above it. "
            + $"Median over {Counted.Text(steps[0].Seeds, "seed")} of {steps[0].Environment.Name}, over environment steps.";
        Legend = [.. agents.Select(agent => new LegendSample(agent.Summary.Agent.Title, agent.Color, 7))];
        var grid = new PanelGrid(CostPanel.All.Count, 2, width: 800, height: 350, left: 20);
        Panels =
        [
            .. CostPanel.All.Select(
                (panel, place) =>
                    grid.Panel(place, Padding, () => panel.Create(agents), "Environment steps", title: panel.Title)
            ),
        ];
    }
}
