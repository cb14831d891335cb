using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Rooms;

/// <summary>The tables of the study.</summary>
internal static class RoomsTables
{
    private static readonly Columns<RoomsFinding> Summaries = new()
    {
        { "training", row => row.Group.Training.Name },
        { "learner", row => row.Group.Learner.Name },
        { "test", row => row.Test.Name },
        { "seeds", row => row.Attempts.Length },
        { "attempts_iqm", "attempts_low", "attempts_high", row => row.Mean },
        { "attempts_worst", row => row.Worst, "0.###" },
        { "solved", row => row.SolvedPart, "0.####" },
        { "bytes", row => row.Bytes },
        { "us_per_step", row => row.MicrosecondsPerStep, "0.##" },
    };

    private static readonly Columns<(RoomsFinding Finding, int Place, ulong Seed)> Runs = new()
    {
        { "training", row => row.Finding.Group.Training.Name },
        { "learner", row => row.Finding.Group.Learner.Name },
        { "test", row => row.Finding.Test.Name },
        { "seed", row => row.Seed },
        { "attempts", row => row.Finding.Attempts[row.Place], "0.###" },
        { "solved", row => row.Finding.Solved[row.Place], "0.###" },
    };

    /// <summary>What people are shown of one training.</summary>
    public static Columns<RoomsFinding> Columns { get; } =
        new()
        {
            { "learner", row => row.Group.Learner.Name },
            { "test", row => row.Test.Name },
            { "attempts [95 %]", row => row.Mean, "0.00" },
            { "worst", row => row.Worst, "0.00" },
            { "solved", row => FormattableString.Invariant($"{100 * row.SolvedPart:0.0} %"), ColumnAlignment.Right },
            { "bytes", row => row.Bytes },
            { "us/step", row => row.MicrosecondsPerStep, "0.0" },
        };

    /// <summary>What the columns are.</summary>
    public static string Legend(IReadOnlyList<RoomsFinding> findings) =>
        $"attempts: of a trial of at most {RoomTest.AttemptLimit}, {RoomTest.Trials} trials a seed without learning, actions drawn (of learners that play trial by trial every official room once, learning on); {IntervalText.Legend("interquartile mean over seeds", findings.Select(row => (Estimate?)row.Mean), "seeds")}. "
        + "solved: the part of all trials in which all solutions were found. bytes: what is remembered within a trial.";

    /// <summary><c>summary.csv</c>: a row for each training, learner and test.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteSummaries(Stream stream, IReadOnlyList<RoomsFinding> findings) =>
        Summaries.WriteCommaSeparated(stream, findings);

    /// <summary><c>runs.csv</c>: a row for each seed.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteRuns(Stream stream, IReadOnlyList<RoomsFinding> findings, ImmutableArray<ulong> seeds) =>
        Runs.WriteCommaSeparated(
            stream,
            from finding in findings
            from place in Enumerable.Range(0, finding.Attempts.Length)
            select (finding, place, seeds[place])
        );
}
