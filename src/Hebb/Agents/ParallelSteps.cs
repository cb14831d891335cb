using System.Diagnostics.CodeAnalysis;
using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>What a step of several environments returned, a row an environment.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "It holds views, which are not compared.")]
public readonly ref struct ParallelSteps
{
    /// <summary>The observations to act on next: where an episode ended, the first one of the next episode.</summary>
    public required ReadOnlyMatrixSpan<float> Observations { get; init; }

    /// <summary>The rewards.</summary>
    public required ReadOnlySpan<double> Rewards { get; init; }

    /// <summary>Whether each task ended: its last state has no value.</summary>
    public required ReadOnlySpan<bool> Terminated { get; init; }

    /// <summary>Whether each episode was ended by its time limit: its last state still has a value, unless it is terminated too.</summary>
    public required ReadOnlySpan<bool> Truncated { get; init; }

    /// <summary>The last observation of each episode that ended; other rows hold nothing of meaning.</summary>
    public required ReadOnlyMatrixSpan<float> FinalObservations { get; init; }
}
