using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Hebb.Lab.Studies.Chains;

/// <summary>The columns of the tables that people read.</summary>
public static class ChainColumns
{
    /// <summary>How many chains there are, of a subject.</summary>
    public static ImmutableArray<(string Name, Func<ChainSubject, string> Cell)> OfCounts { get; } =
    [
        ("steps", subject => Text($"{subject.Steps}")),
        ("naive", subject => Number(subject.Space.Counts.Naive)),
        ("chains", subject => Number(subject.Space.Counts.Valid)),
        ("colours seen", subject => Number(subject.Space.Counts.AfterColours)),
        ("verbs known", subject => Number(subject.Space.Counts.AfterVerbs)),
    ];

    /// <summary>What was measured, behind the name of the room; empty where nothing was.</summary>
    public static ImmutableArray<(string Name, Func<ChainFinding, string> Cell)> OfFinding { get; } =
    [
        ("steps", finding => Text($"{finding.Subject.Steps}")),
        ("form", finding => finding.Form.Name),
        ("memory", finding => (finding.IsMeasured ? "" : "would need ") + Quantity.OfBytes(finding.HeldBytes)),
        ("learner", finding => finding.LearnerBytes is { } bytes ? Quantity.OfBytes(bytes) : ""),
        ("peak", finding => finding.PeakBytes is { } bytes ? Quantity.OfBytes(bytes) : ""),
        ("time an attempt", finding => finding.SecondsPerAttempt is { } seconds ? Quantity.OfSeconds(seconds) : ""),
        ("attempts", finding => finding.AttemptsToSolve is { } attempts ? Text($"{attempts:0.#}") : ""),
    ];

    private static string Number(BigInteger number) => Text($"{number:#,0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
