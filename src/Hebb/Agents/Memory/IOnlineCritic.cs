using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>A critic that learns at every step.</summary>
internal interface IOnlineCritic : IStateful
{
    /// <summary>The features to be valued next: the numbers of the memories, and where there is room the mean hidden units of the policy.</summary>
    Span<float> Features { get; }

    /// <summary>V of the features.</summary>
    double Value();

    /// <summary>Keeps the features just valued for <see cref="Learn"/>.</summary>
    void Mark();

    /// <summary>Learns from the error at the features kept.</summary>
    /// <param name="error">delta.</param>
    void Learn(double error);
}
