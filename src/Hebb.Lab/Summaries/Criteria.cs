namespace Hebb.Lab.Summaries;

/// <summary>What counts as solved and as collapsed, in all tables and figures of the report's CartPole experiment.</summary>
public static class Criteria
{
    /// <summary>How many episodes a mean is taken over.</summary>
    public const int Window = 100;

    /// <summary>The mean return from which CartPole-v0 counts as solved.</summary>
    public const double SolvedAt = 195;

    /// <summary>
    /// The mean return above which a run of Figure 4 has something to lose. It has ever collapsed where a mean later fell below
    /// <see cref="CollapseBelowPart"/> of the best before, even if it recovered.
    /// </summary>
    public const double CollapseAbove = 100;

    /// <summary>The part of the best mean, or of the best gain, below which a run has collapsed.</summary>
    public const double CollapseBelowPart = 0.5;

    /// <summary>
    /// The part of the way from the first mean to an environment's threshold from which on a run has something to lose, in records of
    /// runs. It ends collapsed where its last mean is below <see cref="CollapseBelowPart"/> of its best gain over the first mean.
    /// </summary>
    public const double CollapseGain = 0.5;

    /// <summary>How many resamples the bootstrap intervals of the tables take.</summary>
    public const int Resamples = 2000;

    /// <summary>The seed of those resamples.</summary>
    public const ulong ResamplingSeed = 0;

    /// <summary>
    /// The fewest runs that an interval is given of. Of n runs a resample holds the least alone with probability n^-n: up to 3 that is
    /// more than the 2.5 % beyond an end, so the interval would be no more than the range of the runs. And of two configurations that do
    /// not differ, one is above the other in every pair of runs in 1 of 10 cases with 3 runs each, in 1 of 35 with 4: only from 4 on are
    /// these fewer than 5 %.
    /// </summary>
    public const int LeastForInterval = 4;
}
