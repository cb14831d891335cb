using Hebb.Catalogues;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// Every estimator against the exact gradient on small random networks, with the order at which its error vanishes beside what
/// theory says.
/// </summary>
internal sealed class GradientStudy(CatalogueSet catalogues)
    : MeasurementStudy<GradientCheckOptions, GradientFinding>(
        "gradients",
        "Measure every gradient estimator against the exact gradient on small random networks, in float64, and fit the "
            + "order at which its error vanishes with beta. The exit code is 0 where every verdict is what theory "
            + "says, and 1 where one is not or is unclear.",
        GradientCheck.Run
    )
{
    /// <inheritdoc/>
    public override StudyOptions CreateOptions() => new GradientCheckOptions(catalogues);

    /// <inheritdoc/>
    protected override string Unit => "combinations";

    /// <inheritdoc/>
    public override FormattableString Subject(GradientCheckOptions options) =>
        $"{Counted.Text(options.Subjects.Count, "estimator")} on {Counted.Text(options.Topologies.Count, "topology", "topologies")}, {Counted.Text(options.Activations.Count, "activation")} and {Counted.Text(options.Costs.Count, "cost")}: {Counted.Text(options.Combinations.Count, "combination")}, {Counted.Text(options.Networks, "network")} of each.";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        GradientCheckOptions options,
        IReadOnlyList<GradientFinding> findings,
        string command
    ) =>
        [
            ("gradients.csv", stream => GradientTable.Write(stream, findings)),
            ("orders.csv", stream => OrderTable.Write(stream, findings)),
            .. new GradientFigure(options, findings).Files("gradients"),
        ];

    /// <inheritdoc/>
    public override void Show(
        GradientCheckOptions options,
        IReadOnlyList<GradientFinding> findings,
        IStudyOutput output
    ) => GradientReport.Show(options, findings, output);

    /// <inheritdoc/>
    public override bool IsAsExpected(IReadOnlyList<GradientFinding> findings) => !findings.Any(IsBad);

    /// <summary>Whether a finding is not what theory says, or not clear.</summary>
    internal static bool IsBad(GradientFinding finding) =>
        finding.Verdict is GradientVerdict.Not or GradientVerdict.Unclear;
}
