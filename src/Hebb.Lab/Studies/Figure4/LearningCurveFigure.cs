using Hebb.Lab.Figures;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// The report's Figure 4 over seeds: one panel a method, total episode reward over episodes, the interquartile mean
/// with its 95 % bootstrap band before the single seeds. The axes are the report's own.
/// </summary>
public sealed class LearningCurveFigure : PanelFigure
{
    /// <summary>Prepares the curves.</summary>
    public LearningCurveFigure(Figure4Options configuration, Figure4Findings findings)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(findings);
        CurveBand[] curves = [.. findings.Runs.Select(runs => LearningCurve.Of(runs))];
        Title =
            $"CartPole-v0: total reward of an episode while learning ({Counted.Text(configuration.Seeds.Count, "seed")}, {configuration.Episodes} episodes)";
        Note =
            $"Every curve is smoothed: the mean of the last {LearningCurve.Smoothing} episodes. An episode is cut at 200 steps.";
        Legend =
        [
            .. LegendSample.OfCurves(
                configuration.Seeds.Count,
                Criteria.SolvedAt,
                curves.Any(curve => !curve.Crosses.IsEmpty)
            ),
        ];
        var grid = PanelGrid.Of(curves.Length, height: 315);
        Panels =
        [
            .. curves.Select(
                (curve, place) =>
                    grid.Panel(
                        place,
                        PanelGrid.Padding,
                        () => LearningCurvePanel.Create(curve, grid.IsLowest(place), grid.IsLeftmost(place)),
                        below: "Episode",
                        beside: "Total episode reward",
                        title: findings.Summaries[place].Method.Title,
                        outcome: Outcome(findings.Summaries[place])
                    )
            ),
        ];
    }

    private static string Outcome(MethodSummary summary)
    {
        var outcome = $"{summary.Solved} of {Counted.Text(summary.Seeds, "seed")} solved";
        outcome += summary.Collapsed > 0 ? $", {summary.Collapsed} collapsed" : "";
        return outcome + (summary.Diverged > 0 ? $", {summary.Diverged} diverged" : "");
    }
}
