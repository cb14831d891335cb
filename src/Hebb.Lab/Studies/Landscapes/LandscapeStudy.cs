using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>What the energy of an agent's network looks like over depth and feedback, before it learns and after.</summary>
internal sealed class LandscapeStudy()
    : MeasurementStudy<LandscapeCheckOptions, LandscapeFinding>(
        "landscape",
        "Measure the energy of actors with 1 to 3 hidden layers and feedback gamma of 1, 0.3, 0.1 and 0.03, before they "
            + "learn and after: how many equilibria an input has, gamma sigma^2, saturation, the residual after the free "
            + "phase, and the angle of the gradient to the exact one.",
        LandscapeCheck.Run
    )
{
    /// <inheritdoc/>
    protected override string Unit => "combinations";

    /// <inheritdoc/>
    public override FormattableString Subject(LandscapeCheckOptions options) =>
        $"PPO by equilibrium propagation, {options.Steps:#,0} steps: {Counted.Text(options.Depths.Count, "depth")}, {Counted.Text(options.Feedbacks.Count, "feedback")}, {Counted.Text(options.Seeds.Count, "seed")} of each.";

    /// <inheritdoc/>
    public override LandscapeCheckOptions Check(LandscapeCheckOptions options)
    {
        var deepest = options.Depths.Max();
        foreach (var feedback in options.Feedbacks)
        {
            // The energy of the lowest of the hidden layers has the largest weight, or the smallest.
            Require(
                Math.Pow(feedback, -deepest),
                $"--feedbacks {LandscapeCheckOptions.Text(feedback)}: with {Counted.Text(deepest, "hidden layer")} the energy has weights of"
            );
            Require(
                options.BetaOf(feedback),
                options.Beta is { } beta
                    ? $"--beta {LandscapeCheckOptions.Text(beta)}: it is"
                    : $"--feedbacks {LandscapeCheckOptions.Text(feedback)}: the nudging strength, 0.1 / gamma^2, is"
            );
        }

        return options;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        LandscapeCheckOptions options,
        IReadOnlyList<LandscapeFinding> findings,
        string command
    ) =>
        [
            ("landscape.csv", stream => LandscapeTable.Write(stream, options, findings)),
            .. new LandscapeFigure(options, findings).Files("landscape"),
        ];

    /// <inheritdoc/>
    public override void Show(
        LandscapeCheckOptions options,
        IReadOnlyList<LandscapeFinding> findings,
        IStudyOutput output
    )
    {
        var rows = LandscapeOverview.Of(findings);
        output.Show(LandscapeOverviewTable.Create(rows));
        output.Line(
            $"equilibria: of an input, on average; several: inputs with more than one; apart: how far their outputs are."
        );
        output.Line(
            $"saturated: hidden units of slope below 0.1. residual: how far a unit still moves after the free phase."
        );
        output.Line(
            $"gamma s^2: the largest gamma sigma(W)^2. angle: of the gradient to the exact one, degrees; ratio: of lengths."
        );
        if (rows.Any(row => row.Unmeasured > 0))
        {
            output.Line(
                $"unmeasured: networks that diverged, or whose gradient is 0 or not finite; what is no number is in no median."
            );
        }
    }

    // What is 0 or infinite in the number type of the networks can never work.
    private static void Require(double value, string what)
    {
        if ((float)value is 0 or float.PositiveInfinity)
        {
            throw new StudyOptionException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what} {value:G3}, which is {((float)value is 0 ? "0" : "infinite")} in float32; one between {float.Epsilon:0.0e-0} and {float.MaxValue:0.0e0} is needed"
                )
            );
        }
    }
}
