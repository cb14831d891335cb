using Hebb.Lab.Records;
using Hebb.Snapshots;

namespace Hebb.Lab.Checkpoints;

/// <summary>A run between two steps: all that the rest of it depends on.</summary>
/// <param name="Run">Which run it is of.</param>
/// <param name="Begun">When the run began.</param>
/// <param name="Files">The files that the run appends to, as far as they belong to the state.</param>
/// <param name="State">Agent, environments, random streams, counters.</param>
public sealed record Checkpoint(
    RunIdentity Run,
    DateTimeOffset Begun,
    double Seconds,
    ImmutableArray<RunFile> Files,
    StateSnapshot State
)
{
    /// <summary>
    /// What the agent is, as <see cref="Hebb.Policies.AgentDefinition.Describe"/> writes it; null where no file can describe it.
    /// </summary>
    public string? Agent { get; init; }
}
