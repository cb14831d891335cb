using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Chains;

/// <summary>
/// How memory and time of a causal learner grow with the steps of its chains, where all are listed as by the known learner and
/// where they are made of their steps.
/// </summary>
internal sealed class ChainStudy()
    : MeasurementStudy<ChainsOptions, ChainFinding>(
        "chains",
        "Measure the memory and time of the causal chains of a learner of OpenLock, for 1 to 6 steps and in the rooms of "
            + "CC3 and CE4: as a list, like the published learner, and factored. Write the tables and the figure.",
        (options, _, progress, cancellation) => ChainExplosion.Run(options, progress, cancellation)
    )
{
    /// <inheritdoc/>
    public override bool TakesJobs => false;

    /// <inheritdoc/>
    public override FormattableString Subject(ChainsOptions options) =>
        $"Causal chains, listed and factored: rows of 1 to {Counted.Text(options.Steps, "step")}, {string.Join(" and ", ChainSubject.Rooms.Select(room => room.Name))}; {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}).";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        ChainsOptions options,
        IReadOnlyList<ChainFinding> findings,
        string command
    ) =>
        [
            ("chains.csv", stream => ChainTable.Write(stream, findings)),
            ("chains.md", stream => ChainPage.Write(stream, options, findings, command)),
            .. new ChainFigure(options, findings).Files("chains"),
        ];

    /// <inheritdoc/>
    public override void Show(ChainsOptions options, IReadOnlyList<ChainFinding> findings, IStudyOutput output)
    {
        output.Show(TextTable.Of(ChainColumns.OfCounts, options.Subjects.Where(subject => subject.IsRow)));
        output.Show(TextTable.Of(ChainColumns.OfFinding, findings));
        output.Line(
            $"memory: of the chains; learner: of the whole learner, by the garbage collector; peak: on the heap, including garbage."
        );
        ChainAgreement agreement = ChainAgreement.Of(findings);
        output.Line(
            $"Listed and factored chains led to the same action {agreement.Same:N0} of {agreement.Actions:N0} times."
        );
    }

    /// <inheritdoc/>
    public override bool IsAsExpected(IReadOnlyList<ChainFinding> findings) => ChainAgreement.Of(findings).IsFull;
}
