using System.ComponentModel.DataAnnotations;
using Hebb.Settings;

namespace Hebb.Lab.Configurations.Sweeps;

/// <summary>
/// How trials that do badly are ended early: all learn for a first part of the budget, then the best of them continue for so many times as
/// long, and so on until the budget is used up (successive halving, Jamieson and Talwalkar 2016).
/// </summary>
public sealed record SweepHalving : ISettings
{
    /// <summary>One in so many trials continues, for so many times as long; at least 2.</summary>
    [Range(2, 1000)]
    public int Factor { get; init; } = 3;

    /// <summary>The part of the budget that all learn for; above 0, at most 1.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double First { get; init; } = 0.1;

    /// <summary>The parts of the budget at which trials are compared, and 1 at the end.</summary>
    internal IEnumerable<double> Parts()
    {
        for (var part = First; part < 1; part *= Factor)
        {
            yield return part;
        }

        yield return 1;
    }

    /// <summary>How many trials continue.</summary>
    /// <param name="trials">How many there are; at least 1.</param>
    internal int Kept(int trials) => (trials + Factor - 1) / Factor;
}
