namespace Hebb.Lab.Summaries;

/// <summary>What tables and figures say of intervals: nothing of those that are not there.</summary>
public static class IntervalText
{
    /// <summary>Why there is no interval, as a sentence.</summary>
    /// <param name="of">What an interval would be of, in the plural.</param>
    public static string None(string of = "runs") =>
        $"No interval is given of fewer than {Criteria.LeastForInterval} {of}.";

    /// <summary>That sentence where one of some estimates has no interval; otherwise nothing.</summary>
    /// <param name="of">What an interval would be of, in the plural.</param>
    public static string Missing(IEnumerable<Estimate?> estimates, string of = "runs") =>
        estimates.Any(estimate => estimate is { Interval: null }) ? None(of) : "";

    /// <summary>The name of a mean in a legend, with its interval where there is any, such as <c>mean, 95 % interval</c>.</summary>
    /// <param name="mean">The name of the mean.</param>
    /// <param name="of">What an interval is of, in the plural.</param>
    public static string Legend(string mean, IEnumerable<Estimate?> estimates, string of = "runs")
    {
        bool[] known = [.. estimates.OfType<Estimate>().Select(estimate => estimate.Interval is not null)];
        return !known.Contains(true) ? mean
            : known.Contains(false) ? $"{mean}, 95 % interval (from {Criteria.LeastForInterval} {of} on)"
            : $"{mean}, 95 % interval";
    }
}
