using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The results of one run, by the means over <see cref="Criteria.Window"/> episodes.</summary>
/// <param name="Best">The best mean; over all episodes where there are fewer than a window.</param>
/// <param name="Last">The mean of the last window; over all episodes where there are fewer.</param>
/// <param name="EpisodeSolved">The episode, from 1, at whose end the mean first reached the threshold; null if never.</param>
/// <param name="HasEverCollapsed">
/// Whether the mean had been above <see cref="Criteria.CollapseAbove"/> and later fell below
/// <see cref="Criteria.CollapseBelowPart"/> of the best it had reached before.
/// </param>
public readonly record struct RunSummary(double Best, double Last, int? EpisodeSolved, bool HasEverCollapsed)
{
    /// <summary>Sums a run up.</summary>
    /// <param name="record">The run; at least one episode.</param>
    /// <exception cref="ArgumentException">The run has no episode.</exception>
    public static RunSummary Of(MethodRun record)
    {
        ArgumentNullException.ThrowIfNull(record);
        ReadOnlySpan<double> returns = record.Returns.AsSpan();
        if (returns.IsEmpty)
        {
            throw new ArgumentException("The run has no episode: at least one is needed.", nameof(record));
        }

        var means = new double[returns.Length];
        SlidingMean.Compute(returns, Criteria.Window, means);
        var best = means[^1];
        int? solved = null;
        var hasEverCollapsed = false;
        for (var place = Criteria.Window - 1; place < means.Length; place++)
        {
            var mean = means[place];
            best = place == Criteria.Window - 1 ? mean : Math.Max(best, mean);
            if (mean >= Criteria.SolvedAt)
            {
                solved ??= place + 1;
            }

            hasEverCollapsed |= best > Criteria.CollapseAbove && mean < Criteria.CollapseBelowPart * best;
        }

        return new(best, means[^1], solved, hasEverCollapsed);
    }
}
