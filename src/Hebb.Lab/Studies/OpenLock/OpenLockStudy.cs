using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The attempts that learners need for all solutions of a room of OpenLock, by condition and protocol.</summary>
internal sealed class OpenLockStudy()
    : Study<RoomStudyOptions, IReadOnlyList<RoomSummary>>(
        "openlock",
        "Let causal learners, their ablations and agents find all solutions of OpenLock's rooms, by people's protocol and by that of "
            + "learning, and write the tables and the figures. The same arguments continue an interrupted command."
    )
{
    /// <inheritdoc/>
    public override FormattableString Subject(RoomStudyOptions options) =>
        $"OpenLock: {Counted.Text(options.Learners.Count, "learner")}, {Counted.Text(options.Conditions.Count, "condition")}, {Counted.Text(options.Seeds.Count, "seed")}.";

    /// <inheritdoc/>
    public override StudyPlan<IReadOnlyList<RoomSummary>> Plan(RoomStudyOptions options, string directory) =>
        StudyPlan.Of(
            directory,
            options,
            held => new RoomExperiment(held),
            experiment => experiment.WorkProgress,
            (experiment, run, cancellation) => experiment.Run(run, cancellation)
        );

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        RoomStudyOptions options,
        IReadOnlyList<RoomSummary> findings,
        string command
    )
    {
        var effects = TransferEffect.Of(findings);

        List<(string Name, Action<Stream> Write)> files =
        [
            ("runs.csv", stream => RoomTables.WriteRuns(stream, findings)),
            ("iterations.csv", stream => RoomTables.WriteIterations(stream, findings)),
            ("summary.csv", stream => RoomTables.WriteSummaries(stream, findings)),
            ("transfer.csv", stream => RoomTables.WriteEffects(stream, effects)),
            ("summary.md", stream => RoomPage.Write(stream, options, findings, effects, command)),
            .. new RoomFigure(findings).Files("openlock"),
        ];
        if (findings.Any(row => row.Group.Learner.IsAgent))
        {
            var learning = new RoomLearningFigure([.. findings.Where(row => !row.Group.Protocol.IsTransferTestedOnce)]);
            files.AddRange(learning.Files("learning"));
        }

        return files;
    }

    /// <inheritdoc/>
    public override void Show(RoomStudyOptions options, IReadOnlyList<RoomSummary> findings, IStudyOutput output)
    {
        foreach (var ofOne in findings.GroupBy(row => row.Group.Protocol))
        {
            RoomSummary[] rows = [.. ofOne];
            output.Line($"");
            output.Line($"{ofOne.Key.Name}: {ofOne.Key.Description}");
            output.Show(TextTable.Of(RoomColumns.OfConditions(rows), RoomColumns.LearnersOf(rows)));
        }

        IReadOnlyList<TransferEffect> effects = TransferEffect.Of(findings);
        if (effects.Count > 0)
        {
            output.Line($"");
            output.Line(
                $"the effect of training on the attempts in rooms with four levers, in the first trial by people's protocol, in all by the learning protocol:"
            );
            output.Show(TextTable.Of(RoomColumns.OfEffects("learner"), effects));
        }

        output.Line(
            $"attempts of a trial: {IntervalText.Legend("interquartile mean over seeds", findings.Select(row => (Estimate?)row.End), "seeds")}, and the seeds with all solutions found;"
        );
        output.Line(
            $"{PublishedAttempts.Fewest} is the minimum; the best published agents end, without training, near 10 (CC4) and 25 (CE4)."
        );
    }
}
