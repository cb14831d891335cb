using Hebb.Lab.Figures;
using Hebb.Lab.Training;
using ScottPlot;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>One panel of the figure of a Q-learner's cost: something that it tells, over environment steps.</summary>
/// <param name="Value">Reads it from what an agent tells, by name.</param>
/// <param name="IsLogarithmic">Whether its axis is logarithmic.</param>
internal sealed record CostPanel(string Title, Func<Func<string, double>, double> Value, bool IsLogarithmic)
{
    /// <summary>The panels.</summary>
    public static IReadOnlyList<CostPanel> All { get; } =
    [
        new("Cost of the outputs", told => told("temporal_difference_cost"), IsLogarithmic: true),
        new("Target value of the outputs, in rewards (true: at most 100)", told => told("value"), IsLogarithmic: false),
        new(
            "Energy over cost, |E| / C",
            told => Math.Abs(told("network_energy")) / told("network_cost"),
            IsLogarithmic: true
        ),
        new("Feedback, the largest gamma sigma(W)^2", told => told("network_feedback"), IsLogarithmic: true),
        new("How far a unit still moves when phases end", told => told("network_residual"), IsLogarithmic: true),
        new(
            "Angle of the gradient to the exact one, degrees",
            told => told("network_gradient_angle"),
            IsLogarithmic: false
        ),
    ];

    // Below this a residual is that of rounding.
    private const double Least = 1e-7;

    /// <summary>Makes the panel.</summary>
    /// <param name="agents">The agents, each with its colour.</param>
    public Plot Create(IReadOnlyList<(TrainingSummary Summary, Color Color)> agents)
    {
        var plot = new Plot();
        var heights = new List<double>();
        foreach ((TrainingSummary summary, Color color) in agents)
        {
            (double Steps, double Height)[] course =
            [
                .. CostCourse
                    .Of(summary, Value)
                    .Where(point => !IsLogarithmic || point.Value > Least)
                    .Select(point => (point.Steps, IsLogarithmic ? Math.Log10(point.Value) : point.Value)),
            ];
            if (course.Length > 0)
            {
                double[] ys = [.. course.Select(point => point.Height)];
                PanelStyle.AddLine(plot, [.. course.Select(point => point.Steps)], ys, color, 3.5f);
                heights.AddRange(ys);
            }
        }

        SetAxes(plot, agents[0].Summary.Group.Steps, heights);
        return plot;
    }

    private void SetAxes(Plot plot, long steps, List<double> heights)
    {
        (var low, var high) = heights.Count > 0 ? (heights.Min(), heights.Max()) : (0, 1);
        low = IsLogarithmic ? low : Math.Min(low, 0);
        var room = Math.Max(0.05 * (high - low), 0.01);
        plot.Axes.SetLimits(0, steps, low - room, high + room);
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("#,##0", 6);
        if (IsLogarithmic)
        {
            plot.Axes.Left.TickGenerator = LogarithmicTicks.Generator(
                LogarithmicTicks.Around(Math.Pow(10, low), Math.Pow(10, high))
            );
        }
    }
}
