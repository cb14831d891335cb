using Hebb.Lab.Runs;

namespace Hebb.Lab.Sweeps;

/// <summary>One trial of a sweep, ready to be played.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Values">What the sweep sets in it: dotted paths with their values.</param>
/// <param name="Plan">What its runs play.</param>
public sealed record SweepTrial(int Number, JsonObject Values, RunPlan Plan)
{
    /// <summary>What progress calls it.</summary>
    public string Name { get; init; } = FormattableString.Invariant($"trial {Number}");
}
