using System.ComponentModel.DataAnnotations;
using Hebb.Agents.Settings;

namespace Hebb.Agents.Dqn;

/// <summary>
/// How often an agent leaves its policy, and for how long: epsilon-z-greedy (Dabney, Ostrovski and Barreto 2021). With
/// probability epsilon an action is drawn uniformly and repeated for k steps, p(k) proportional to k^-mu.
/// </summary>
public sealed record ExplorationOptions : IValidatedSettings
{
    /// <summary>epsilon of the first step; in [0, 1].</summary>
    [Range(0, 1.0)]
    public double First { get; init; } = 1;

    /// <summary>epsilon from <see cref="Steps"/> on; in [0, 1].</summary>
    [Range(0, 1.0)]
    public double Last { get; init; } = 0.04;

    /// <summary>The environment steps over which epsilon goes linearly from the first to the last; at least 0.</summary>
    [Range(0, (double)long.MaxValue)]
    public long Steps { get; init; } = 8000;

    /// <summary>The longest that a drawn action is repeated, in steps; 1 is plain epsilon-greedy.</summary>
    [Range(1, 1_000_000)]
    public int LongestRepeat { get; init; } = 1;

    /// <summary>mu, the exponent of the law of durations: the smaller, the longer; at least 0.</summary>
    [Range(0, double.MaxValue)]
    public double RepeatExponent { get; init; } = 2;

    /// <summary>epsilon after some environment steps.</summary>
    /// <param name="steps">The steps of all environments together.</param>
    public double Epsilon(long steps) => steps >= Steps ? Last : First + ((Last - First) * steps / Steps);

    /// <summary>Refuses what is not possible.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        DqnOptions.Require(First is >= 0 and <= 1, nameof(First), First, "from 0 to 1");
        DqnOptions.Require(Last is >= 0 and <= 1, nameof(Last), Last, "from 0 to 1");
        DqnOptions.Require(Steps >= 0, nameof(Steps), Steps, "at least 0");
        DqnOptions.Require(LongestRepeat >= 1, nameof(LongestRepeat), LongestRepeat, "at least 1");
        DqnOptions.Require(
            RepeatExponent >= 0 && double.IsFinite(RepeatExponent),
            nameof(RepeatExponent),
            RepeatExponent,
            "at least 0 and finite"
        );
    }
}
