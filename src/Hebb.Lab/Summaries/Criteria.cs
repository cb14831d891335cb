namespace Hebb.Lab.Summaries;

/// <summary>What counts as solved and as collapsed, in all tables and figures of the report's CartPole experiment.</summary>
public static class Criteria
{
    /// <summary>How many episodes a mean is taken over.</summary>
    public const int Window = 100;

    /// <summary>The mean return from which CartPole-v0 counts as solved.</summary>
    public const double SolvedAt = 195;

    /// <summary>The mean return above which a seed has something to lose.</summary>
    public const double CollapseAbove = 100;

    /// <summary>A seed has collapsed when its mean falls below this part of the best it had reached before.</summary>
    public const double CollapseBelowPart = 0.5;

    /// <summary>
    /// The part of the way from the first mean to an environment's threshold from which on a run has something to lose, in records of
    /// runs.
    /// </summary>
    public const double CollapseGain = 0.5;

    /// <summary>How many resamples the bootstrap intervals of the tables take.</summary>
    public const int Resamples = 2000;

    /// <summary>The seed of those resamples.</summary>
    public const ulong ResamplingSeed = 0;
}
