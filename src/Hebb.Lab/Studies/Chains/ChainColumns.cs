using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Chains;

/// <summary>The columns of the tables that people read.</summary>
internal static class ChainColumns
{
    /// <summary>How many chains there are, of a subject.</summary>
    public static Columns<ChainSubject> OfCounts { get; } =
        new()
        {
            { "steps", subject => subject.Steps },
            { "naive", subject => subject.Space.Counts.Naive, "#,0" },
            { "chains", subject => subject.Space.Counts.Valid, "#,0" },
            { "colours seen", subject => subject.Space.Counts.AfterColours, "#,0" },
            { "verbs known", subject => subject.Space.Counts.AfterVerbs, "#,0" },
        };

    /// <summary>What was measured; empty where nothing was.</summary>
    public static Columns<ChainFinding> OfFinding { get; } =
        new()
        {
            { "room", finding => finding.Subject.Name },
            { "steps", finding => finding.Subject.Steps },
            { "form", finding => finding.Form.Name, ColumnAlignment.Right },
            {
                "memory",
                finding => (finding.IsMeasured ? "" : "would need ") + Quantity.OfBytes(finding.HeldBytes),
                ColumnAlignment.Right
            },
            { "learner", finding => Bytes(finding.LearnerBytes), ColumnAlignment.Right },
            { "peak", finding => Bytes(finding.PeakBytes), ColumnAlignment.Right },
            {
                "time an attempt",
                finding => finding.SecondsPerAttempt is { } seconds ? Quantity.OfSeconds(seconds) : "",
                ColumnAlignment.Right
            },
            { "attempts", finding => finding.AttemptsToSolve, "0.#" },
        };

    private static string Bytes(double? bytes) => bytes is { } known ? Quantity.OfBytes(known) : "";
}
