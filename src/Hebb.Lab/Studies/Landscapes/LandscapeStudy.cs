using Hebb.Lab.Runs.Progress;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>What the energy of an agent's network looks like over depth and feedback, before it learns and after.</summary>
public sealed class LandscapeStudy()
    : MeasurementStudy<LandscapeCheckOptions, LandscapeFinding>(
        "landscape",
        "Measure the energy of actors with 1 to 3 hidden layers and feedback gamma of 1, 0.3, 0.1 and 0.03, before they "
            + "learn and after: how many equilibria an input has, gamma sigma^2, saturation, the residual after the free "
            + "phase, and the angle of the gradient to the exact one."
    )
{
    /// <inheritdoc/>
    protected override string Unit => "combinations";

    /// <inheritdoc/>
    public override FormattableString Subject(LandscapeCheckOptions options) =>
        $"PPO by equilibrium propagation, {options.Steps:#,0} steps: {Counted.Text(options.Depths.Count, "depth")}, {Counted.Text(options.Feedbacks.Count, "feedback")}, {Counted.Text(options.Seeds, "seed")} of each.";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        LandscapeCheckOptions options,
        IReadOnlyList<LandscapeFinding> findings,
        string command
    )
    {
        var figure = new LandscapeFigure(options, findings);
        return
        [
            ("landscape.csv", stream => LandscapeTable.Write(stream, options, findings)),
            ("landscape.png", figure.WritePng),
            ("landscape.svg", figure.WriteSvg),
        ];
    }

    /// <inheritdoc/>
    public override void Show(
        LandscapeCheckOptions options,
        IReadOnlyList<LandscapeFinding> findings,
        IStudyOutput output
    )
    {
        output.Show(LandscapeOverviewTable.Create(LandscapeOverview.Of(findings)));
        output.Line(
            $"equilibria: of an input, on average; several: inputs with more than one; apart: how far their outputs are."
        );
        output.Line(
            $"saturated: hidden units of slope below 0.1. residual: how far a unit still moves after the free phase."
        );
        output.Line(
            $"gamma s^2: the largest gamma sigma(W)^2. angle: of the gradient to the exact one, degrees; ratio: of lengths."
        );
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<LandscapeFinding> Measure(
        LandscapeCheckOptions options,
        int jobs,
        MeasurementProgress progress,
        CancellationToken cancellation
    ) => LandscapeCheck.Run(options, jobs, progress, cancellation);
}
