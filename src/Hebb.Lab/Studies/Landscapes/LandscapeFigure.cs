using Hebb.Lab.Figures;
using Hebb.Lab.Tables;
using ScottPlot;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>
/// Why deep networks need weak feedback: equilibria, the residual of training's free phase and the angle of gradients, over the
/// largest gamma sigma^2 of a network, from where on two layers can hold each other where they are.
/// </summary>
internal sealed class LandscapeFigure : PanelFigure
{
    private static readonly PixelPadding Padding = new(70, 20, 50, 40);

    /// <summary>Prepares the figure.</summary>
    public LandscapeFigure(LandscapeCheckOptions options, IReadOnlyList<LandscapeFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        Title = "Why deep networks need weak feedback";
        Note = NoteOf(options) + Unmeasured(findings);
        Legend =
        [
            .. findings
                .Select(finding => finding.Case.Depth)
                .Distinct()
                .Order()
                .Select(depth => new LegendSample(
                    Counted.Text(depth, "hidden layer"),
                    LandscapePanel.ColorOf(depth),
                    10
                )),
        ];
        var grid = new PanelGrid(LandscapePanel.All.Count, LandscapePanel.All.Count, width: 560, height: 500, left: 50);
        Panels =
        [
            .. LandscapePanel.All.Select(
                (panel, place) =>
                    grid.Panel(
                        place,
                        Padding,
                        () => panel.Create(findings),
                        "largest gamma sigma(W)^2",
                        title: panel.Title
                    )
            ),
        ];
    }

    private static string NoteOf(LandscapeCheckOptions options) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Each mark is an actor with {LandscapeAgent.Units} tanh units a hidden layer and feedback gamma of {string.Join(", ", options.Feedbacks.Select(LandscapeCheckOptions.Text))}; {Counted.Text(options.Seeds.Count, "seed")} of each. Open marks: before learning. Full marks: after {options.Steps:#,0} steps of PPO by equilibrium propagation on {LandscapeAgent.Environment}. Dashed: gamma sigma^2 = 1."
        );

    private static string Unmeasured(IReadOnlyList<LandscapeFinding> findings) =>
        findings.Count(finding => !finding.IsMeasured) is > 0 and var count
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" {count} of {findings.Count} networks diverged, or have a gradient of 0: what is no number has no mark."
            )
            : "";
}
