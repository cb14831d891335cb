using System.Globalization;
using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>What pages and terminals show of the study; a dash stands for what there is not.</summary>
public static class RoomColumns
{
    /// <summary>The columns beside a learner's name: a column for each condition.</summary>
    /// <param name="summaries">The summaries of one protocol.</param>
    public static IReadOnlyList<(string Name, Func<RoomLearner, string> Cell)> OfConditions(
        IReadOnlyList<RoomSummary> summaries
    )
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return
        [
            .. summaries
                .Select(row => row.Group.Condition)
                .Distinct()
                .Select(condition => (condition.Name, Cell(summaries, condition))),
        ];
    }

    /// <summary>The learners of some summaries, in their order.</summary>
    /// <param name="summaries">The summaries.</param>
    public static IReadOnlyList<RoomLearner> LearnersOf(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return [.. summaries.Select(row => row.Group.Learner).Distinct()];
    }

    /// <summary>The columns of the effects of training beside a learner's name.</summary>
    public static IReadOnlyList<(string Name, Func<TransferEffect, string> Cell)> OfEffects { get; } =
    [
        ("test", row => row.Test),
        ("after the same [95 %]", row => Text(row.Congruent.Transferred)),
        ("after the other [95 %]", row => Text(row.Incongruent.Transferred)),
        ("other - same [95 %]", row => Text(row.OfCongruence)),
        ("t", row => double.IsFinite(row.T) ? row.T.ToString("0.00", CultureInfo.InvariantCulture) : "-"),
        ("untrained [95 %]", row => row.Baseline is { } baseline ? Text(baseline.Transferred) : "-"),
        ("untrained - same [95 %]", row => row.OfTraining is { } effect ? Text(effect) : "-"),
        ("untrained - other [95 %]", row => row.OfOtherTraining is { } effect ? Text(effect) : "-"),
    ];

    /// <summary>An estimate with a decimal everywhere: attempts are few.</summary>
    /// <param name="estimate">The estimate.</param>
    public static string Text(Estimate estimate) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{estimate.Mean:0.0} [{estimate.Interval.Low:0.0}, {estimate.Interval.High:0.0}]"
        );

    private static Func<RoomLearner, string> Cell(IReadOnlyList<RoomSummary> summaries, RoomCondition condition) =>
        learner =>
            summaries.FirstOrDefault(row => row.Group.Learner == learner && row.Group.Condition == condition) is { } row
                ? string.Create(CultureInfo.InvariantCulture, $"{Text(row.End)} {row.Solved}/{row.Runs.Length}")
                : "-";
}
