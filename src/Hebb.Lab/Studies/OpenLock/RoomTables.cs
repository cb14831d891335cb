using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>The tables of the study for programs to read.</summary>
internal static class RoomTables
{
    private static readonly Columns<RoomGroup> Group = new()
    {
        { "protocol", group => group.Protocol.Name },
        { "learner", group => group.Learner.Name },
        { "condition", group => group.Condition.Name },
    };

    private static readonly Columns<RoomSummary> Summaries = new()
    {
        { Group, row => row.Group },
        { "seeds", row => row.Runs.Length },
        { "end_iqm", "end_low", "end_high", row => row.End },
        { "end_mean", row => row.EndMean, "0.###" },
        { "end_worst", row => row.EndWorst, "0.###" },
        { "solved", row => row.Solved },
        { "first_iqm", "first_low", "first_high", row => row.First },
        { "whole_iqm", "whole_low", "whole_high", row => row.Whole },
    };

    private static readonly Columns<RoomRun> Runs = new()
    {
        { Group, run => run.Group },
        { "seed", run => run.Seed },
        { "trials", run => run.Attempts.Length },
        { "first", run => run.First, "0.###" },
        { "whole", run => run.Whole, "0.###" },
        { "end", run => run.End, "0.###" },
        { "solved", run => run.IsSolved ? 1 : 0 },
    };

    private static readonly Columns<(RoomGroup Group, RoomCurve Curve, int Place)> Iterations = new()
    {
        { Group, row => row.Group },
        { "iteration", row => row.Place + 1 },
        { "rooms", row => row.Place < row.Curve.Training ? row.Group.Condition.Training! : row.Group.Condition.Test },
        { "iqm", "low", "high", row => row.Curve.Iterations[row.Place] },
    };

    private static readonly Columns<TransferEffect> Effects = new()
    {
        { "protocol", row => row.Protocol.Name },
        { "learner", row => row.Learner.Name },
        { "test", row => row.Test },
        { "incongruent_less_congruent", "low", "high", row => row.OfCongruence },
        { "t", row => double.IsFinite(row.T) ? row.T : null },
        {
            "baseline_less_congruent",
            "baseline_less_congruent_low",
            "baseline_less_congruent_high",
            row => row.OfTraining
        },
        {
            "baseline_less_incongruent",
            "baseline_less_incongruent_low",
            "baseline_less_incongruent_high",
            row => row.OfOtherTraining
        },
    };

    /// <summary><c>summary.csv</c>: a row for each learner in each condition and protocol.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteSummaries(Stream stream, IReadOnlyList<RoomSummary> summaries) =>
        Summaries.WriteCommaSeparated(stream, summaries);

    /// <summary><c>runs.csv</c>: a row for each seed.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summaries">The groups, in the order of the rows.</param>
    public static void WriteRuns(Stream stream, IReadOnlyList<RoomSummary> summaries) =>
        Runs.WriteCommaSeparated(stream, summaries.SelectMany(summary => summary.Runs));

    /// <summary><c>iterations.csv</c>: the attempts of a trial, iteration by iteration, over seeds.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteIterations(Stream stream, IReadOnlyList<RoomSummary> summaries) =>
        Iterations.WriteCommaSeparated(
            stream,
            from summary in summaries
            let curve = RoomCurve.Of(summary)
            from place in Enumerable.Range(0, curve.Iterations.Length)
            select (summary.Group, curve, place)
        );

    /// <summary><c>transfer.csv</c>: what training did, a row for each learner, protocol and scenario of the test.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteEffects(Stream stream, IReadOnlyList<TransferEffect> effects) =>
        Effects.WriteCommaSeparated(stream, effects);
}
