using Hebb.Lab.Studies.Memory.Contents;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Memory;

/// <summary>The tables of the study.</summary>
internal static class MemoryTables
{
    private static readonly Columns<MemoryFinding> Summaries = new()
    {
        { "task", row => row.Group.Task.Name },
        { "learner", row => row.Group.Learner.Name },
        { "steps", row => row.Group.Steps },
        { "seeds", row => row.Runs.Length },
        { "solved", row => row.Solved },
        { "score_iqm", "score_low", "score_high", row => row.Score },
        { "score_worst", row => row.Worst, "0.####" },
        { "first_median", row => row.MedianFirst },
        { "us_per_step", row => row.MicrosecondsPerStep, "0.##" },
    };

    private static readonly Columns<(MemoryFinding Finding, int Place)> Runs = new()
    {
        { "task", row => row.Finding.Group.Task.Name },
        { "learner", row => row.Finding.Group.Learner.Name },
        { "seed", row => row.Finding.Runs[row.Place].Record.Seed },
        { "score", row => row.Finding.Scores[row.Place], "0.####" },
        { "first", row => row.Finding.First[row.Place] },
    };

    /// <summary>What people are shown of the tasks of one learner.</summary>
    public static Columns<MemoryFinding> Columns { get; } =
        new()
        {
            { "task", row => row.Group.Task.Name },
            { "steps", row => row.Group.Steps, "N0" },
            { "solved", row => $"{row.Solved}/{row.Runs.Length}", ColumnAlignment.Right },
            { "score [95 %]", row => row.Score, "0.000" },
            { "worst", row => row.Worst, "0.000" },
            { "first solved", row => row.MedianFirst, "N0" },
            { "us/step", row => row.MicrosecondsPerStep, "0.0" },
        };

    /// <summary>What people are shown of what the parts of memories hold.</summary>
    public static Columns<(string Task, string Part, Estimate? Probe, Estimate? Lesioned)> Contents { get; } =
        new()
        {
            { "task", row => row.Task },
            { "part", row => row.Part },
            { "read from it [95 %]", row => row.Probe, "0.000" },
            { "score without it [95 %]", row => row.Lesioned, "0.000" },
        };

    /// <summary>The rows of <see cref="Contents"/>.</summary>
    public static IReadOnlyList<(string Task, string Part, Estimate? Probe, Estimate? Lesioned)> ContentsOf(
        IReadOnlyList<MemoryFinding> findings
    ) =>
        [
            .. from finding in findings
            where !finding.Contents.IsEmpty
            from place in Enumerable.Range(0, finding.Contents[0].Count)
            let parts = finding.Contents.Select(run => run[place]).ToArray()
            select (
                finding.Group.Task.Name,
                parts[0].Part,
                Over(parts, part => part.Probe),
                Over(parts, part => part.Lesioned)
            ),
        ];

    // Where a run gave too few examples there is nothing to be said of all.
    private static Estimate? Over(MemoryContent[] parts, Func<MemoryContent, double> number)
    {
        double[] numbers = [.. parts.Select(number)];
        return numbers.Any(double.IsNaN) ? null : Estimate.Of(numbers);
    }

    /// <summary>What the columns of <see cref="Contents"/> are.</summary>
    public const string ContentsLegend =
        "read from it: how often a linear map of the part alone gives the action that is rewarded next, on steps that it was not fitted to. "
        + "score without it: greedy episodes of the same trained agent with the part read as 0.";

    /// <summary>What the columns are.</summary>
    public static string Legend(IReadOnlyList<MemoryFinding> findings) =>
        $"score: of greedy episodes after training, 1 is the best return and 0 the worst (or none); {IntervalText.Legend("interquartile mean over seeds", findings.Select(row => (Estimate?)row.Score), "seeds")}. "
        + $"solved: a score of {MemoryTask.SolvedAt.ToString(CultureInfo.InvariantCulture)}. first solved: the steps at which the last {Criteria.Window} training episodes, with drawn actions, first scored that; the median over seeds.";

    /// <summary><c>summary.csv</c>: a row for each task and learner.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteSummaries(Stream stream, IReadOnlyList<MemoryFinding> findings) =>
        Summaries.WriteCommaSeparated(stream, findings);

    /// <summary><c>runs.csv</c>: a row for each run.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteRuns(Stream stream, IReadOnlyList<MemoryFinding> findings) =>
        Runs.WriteCommaSeparated(
            stream,
            from finding in findings
            from place in Enumerable.Range(0, finding.Runs.Length)
            select (finding, place)
        );
}
