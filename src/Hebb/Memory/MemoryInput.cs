using System.Diagnostics.CodeAnalysis;

namespace Hebb.Memory;

/// <summary>What a memory takes in at a step.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "It holds views, which are not compared.")]
public readonly ref struct MemoryInput
{
    /// <summary>What the environment shows.</summary>
    public required ReadOnlySpan<float> Observation { get; init; }

    /// <summary>
    /// The hidden units of the network as they settled with the last action clamped; all 0 at the first step of an episode.
    /// </summary>
    public required ReadOnlySpan<float> LastState { get; init; }
}
