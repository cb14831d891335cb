using Hebb.Settings;

namespace Hebb.Agents.Dqn;

/// <summary>
/// How often an agent leaves its policy, and for how long: epsilon-z-greedy (Dabney, Ostrovski and Barreto 2021). With
/// probability epsilon an action is drawn uniformly and repeated for k steps, p(k) proportional to k^-mu.
/// </summary>
public sealed record ExplorationOptions : ISettings
{
    /// <summary>epsilon of the first step.</summary>
    [Range(0, 1.0)]
    public double First { get; init; } = 1;

    /// <summary>epsilon from <see cref="Steps"/> on.</summary>
    [Range(0, 1.0)]
    public double Last { get; init; } = 0.04;

    /// <summary>The environment steps over which epsilon goes linearly from the first to the last.</summary>
    [Range(0, (double)long.MaxValue)]
    public long Steps { get; init; } = 8000;

    /// <summary>The longest that a drawn action is repeated, in steps; 1 is plain epsilon-greedy.</summary>
    [Range(1, 1_000_000)]
    public int LongestRepeat { get; init; } = 1;

    /// <summary>mu, the exponent of the law of durations: the smaller, the longer.</summary>
    [Range(0, double.MaxValue)]
    public double RepeatExponent { get; init; } = 2;

    /// <summary>epsilon after some environment steps.</summary>
    /// <param name="steps">The steps of all environments together.</param>
    public double Epsilon(long steps) => steps >= Steps ? Last : First + ((Last - First) * steps / Steps);
}
