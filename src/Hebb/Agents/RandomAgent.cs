using Hebb.Environments;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents;

/// <summary>A policy that draws every action with the same probability and never learns: the floor of a comparison.</summary>
/// <param name="actionCount">How many actions there are; at least 1.</param>
public sealed class RandomAgent(int actionCount, ulong seed) : IAgent
{
    /// <summary>The agent by name.</summary>
    public static AgentEntry Entry { get; } =
        AgentEntry.Of(
            "random",
            "Random policy",
            "each action with the same probability, no learning: the floor of a comparison",
            _ => new RandomSettings(),
            (task, _) => new OneEnvironmentAgent(new RandomAgent(task.ActionCount, task.Seed))
        );

    private readonly Numerics.Pcg64 _random = RandomStreams.Policy(seed);

    /// <inheritdoc/>
    public bool IsFinite => true;

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation) => _random.NextInteger(actionCount);

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        // There is nothing to learn from.
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", _random);
    }
}

/// <summary>The settings of <see cref="RandomAgent"/>: there are none.</summary>
public sealed record RandomSettings : ISettings;
