using Hebb.Lab.Runs.Progress;

namespace Hebb.Cli.Progress;

/// <summary>How long runs will still take, judged by what they did so far.</summary>
internal static class TimeLeft
{
    /// <summary>The time that the runs of a group need at their present speed, such as <c>2:05</c>; empty before they begin.</summary>
    public static string Of(GroupProgress group) =>
        group.IsFinished ? "done" : Text(group.Amount - group.Done, group.PerSecond);

    /// <summary>The time that all groups need, if what is left goes as fast as what was done.</summary>
    public static string Of(IReadOnlyList<GroupProgress> groups, TimeSpan elapsed) =>
        groups.All(group => group.IsFinished)
            ? "done"
            : Text(
                groups.Sum(group => group.Amount - group.Done),
                groups.Sum(group => group.Played) / Math.Max(elapsed.TotalSeconds, 1e-3)
            );

    /// <summary>The time that so much needs at a speed; empty where there is none yet.</summary>
    public static string Text(long amount, double perSecond) =>
        perSecond > 0
            ? Text(TimeSpan.FromSeconds(Math.Min(amount / perSecond, TimeSpan.MaxValue.TotalSeconds / 2)))
            : "";

    /// <summary>A time, such as <c>2:05</c> or <c>3.5 h</c>.</summary>
    public static string Text(TimeSpan time) =>
        time.TotalHours >= 1
            ? FormattableString.Invariant($"{time.TotalHours:0.0} h")
            : FormattableString.Invariant($"{time:m\\:ss}");
}
