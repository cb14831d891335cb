namespace Hebb.Agents.OpenLock.Schemas;

/// <summary>What the next solution may be like: at each step a fluent of a solution that was found, or one that none has.</summary>
/// <param name="Fluents">The fluent of each step; <see cref="New"/> for one that no solution has.</param>
internal readonly record struct Expectation(double Probability, ImmutableArray<int> Fluents)
{
    /// <summary>A fluent that no solution has that was found.</summary>
    public const int New = -1;
}
