using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>What pages and terminals show of the study.</summary>
internal static class RoomColumns
{
    // Attempts are few: a decimal says more.
    private const string Format = "0.0";

    /// <summary>A learner and a column for each condition.</summary>
    /// <param name="summaries">The summaries of one protocol.</param>
    public static Columns<RoomLearner> OfConditions(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var columns = new Columns<RoomLearner> { { "learner", learner => learner.Name } };
        foreach (RoomCondition condition in summaries.Select(row => row.Group.Condition).Distinct())
        {
            columns.Add(
                condition.Name,
                learner =>
                    summaries.FirstOrDefault(row => row.Group.Learner == learner && row.Group.Condition == condition)
                        is { } row
                        ? $"{row.End.ToString(Format, CultureInfo.InvariantCulture)} {row.Solved}/{row.Runs.Length}"
                        : "",
                ColumnAlignment.Right
            );
        }

        return columns;
    }

    /// <summary>The learners of some summaries, in their order.</summary>
    public static IReadOnlyList<RoomLearner> LearnersOf(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return [.. summaries.Select(row => row.Group.Learner).Distinct()];
    }

    /// <summary>The effects of training, a row for each.</summary>
    /// <param name="title">The head of the first column, the learner with the protocol.</param>
    public static Columns<TransferEffect> OfEffects(string title) =>
        new()
        {
            { title, row => $"{row.Learner.Name}, {row.Protocol.Name}" },
            { "test", row => row.Test, ColumnAlignment.Right },
            { "after the same [95 %]", row => row.Congruent.Transferred, Format },
            { "after the other [95 %]", row => row.Incongruent.Transferred, Format },
            { "other - same [95 %]", row => row.OfCongruence, Format },
            { "t", row => double.IsFinite(row.T) ? row.T : null, "0.00" },
            { "untrained [95 %]", row => row.Baseline?.Transferred, Format },
            { "untrained - same [95 %]", row => row.OfTraining, Format },
            { "untrained - other [95 %]", row => row.OfOtherTraining, Format },
        };
}
