using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;
using ScottPlot;

namespace Hebb.Lab.Training;

/// <summary>
/// How one agent learned in one environment: the mean return of the last 100 episodes over environment steps, the
/// interquartile mean over seeds with its 95 % bootstrap band before the single seeds.
/// </summary>
internal sealed class TrainingFigure : PanelFigure
{
    private readonly TrainingSummary _summary;

    /// <summary>Prepares the curves.</summary>
    public TrainingFigure(TrainingSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _summary = summary;
        Title = $"{summary.Agent.Title} in {summary.Environment.Name}";
        Note = Outcome();
        CurveBand? curve = TrainingCurve.Of(summary.Runs);
        Legend =
        [
            .. LegendSample.OfCurves(summary.Seeds, summary.Environment.SolvedAt, curve is { Crosses.IsEmpty: false }),
        ];
        FigurePanel panel = PanelGrid
            .Of(1, height: 620)
            .Panel(
                0,
                PanelGrid.Padding,
                curve is null ? null : () => Draw(curve),
                below: "Environment steps",
                beside: "Mean return"
            );
        Panels = [panel with { Missing = "Not every run has ended an episode." }];
    }

    private string Outcome()
    {
        var solved = _summary.MedianSteps is { } steps
            ? string.Create(CultureInfo.InvariantCulture, $", after {steps:N0} steps (median)")
            : "";
        var diverged = _summary.Diverged > 0 ? $", {_summary.Diverged} diverged" : "";
        var seeds = Counted.Text(_summary.Seeds, "seed");

        // Where nothing is called solved, none is said not to have solved it.
        return $"The mean of the last {Criteria.Window} episodes{(_summary.Runs.Any(run => run.Record.Episodes < Criteria.Window) ? ", or of all so far" : "")}. "
            + (
                _summary.Environment.SolvedAt is null
                    ? $"{seeds}{diverged}."
                    : $"{_summary.Solved} of {seeds} solved{solved}{diverged}."
            );
    }

    private Plot Draw(CurveBand curve)
    {
        Plot plot = LearningCurvePanel.Draw(curve, _summary.Environment.SolvedAt);
        SetAxes(plot, curve);
        return plot;
    }

    private void SetAxes(Plot plot, CurveBand curve)
    {
        double[] heights =
        [
            .. curve.Seeds.Append(curve.Low).Append(curve.High).SelectMany(ofSeed => ofSeed).Where(double.IsFinite),
            .. _summary.Environment.SolvedAt is { } threshold ? [threshold] : Array.Empty<double>(),
        ];
        (var low, var high) = (heights.Min(), heights.Max());
        var margin = Math.Max(0.04 * (high - low), 0.5);
        plot.Axes.SetLimits(0, Math.Max(curve.Places[^1], 1), low >= 0 ? 0 : low - margin, high + margin);
        plot.Axes.Bottom.TickGenerator = PanelStyle.Numbers("#,##0.##");
    }
}
