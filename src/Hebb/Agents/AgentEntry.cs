using System.Collections.Immutable;
using Hebb.Environments;

namespace Hebb.Agents;

/// <summary>An agent that is known by name, with settings that were fixed beforehand for each environment.</summary>
/// <param name="Name">The name on the command line and in files, in lower case with hyphens.</param>
/// <param name="Title">The name in tables and pictures.</param>
/// <param name="Description">What it is, in one line.</param>
/// <param name="Create">Makes it, at its start.</param>
public sealed record AgentEntry(string Name, string Title, string Description, Func<AgentTask, IParallelAgent> Create)
{
    /// <summary>The name of the agent that differs from it in learning by backprop alone; null where there is none.</summary>
    public string? Twin { get; init; }

    /// <summary>Whether it observes environments as they are, not in the units of <see cref="ObservationScaling"/>.</summary>
    public bool ObservesRaw { get; init; }

    /// <summary>The names of the environments that it is made for, in the order of their catalogue; all of them where nothing else is said.</summary>
    public ImmutableArray<string> Environments { get; init; } = [.. EnvironmentCatalogue.Names];
}
