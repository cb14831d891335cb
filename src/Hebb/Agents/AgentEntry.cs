using System.Collections.Immutable;
using Hebb.Catalogues;
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

    /// <summary>Its settings; null where it has none that could be other ones.</summary>
    public AgentSettings? Settings { get; init; }

    /// <summary>An agent that is made of what was found to work for its task.</summary>
    /// <typeparam name="T">The type of its settings.</typeparam>
    /// <param name="name">The name on the command line and in files.</param>
    /// <param name="title">The name in tables and pictures.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <param name="tuned">What was found to work for a task.</param>
    /// <param name="create">Makes it of settings.</param>
    public static AgentEntry Of<T>(
        string name,
        string title,
        string description,
        Func<AgentTask, T> tuned,
        Func<AgentTask, T, IParallelAgent> create
    )
        where T : class =>
        new(name, title, description, task => create(task, tuned(task))) { Settings = AgentSettings.Of(tuned, create) };
}
