using Hebb.Environments;
using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Agents;

/// <summary>An agent that is known by name, with settings that were fixed beforehand for each environment.</summary>
/// <param name="Name">The name on the command line and in files, in lower case with hyphens.</param>
/// <param name="Create">Makes it, at its start.</param>
public sealed record AgentEntry(string Name, string Title, string Description, Func<AgentTask, IParallelAgent> Create)
    : INamed
{
    /// <summary>The name of the agent that differs from it in learning by backprop alone; null where there is none.</summary>
    public string? Twin { get; init; }

    /// <summary>What agents that differ in how they learn have in common: the name of their backprop twin, or their own.</summary>
    public string Family => Twin ?? Name;

    /// <summary>Whether it observes environments as they are, not in the units of <see cref="EnvironmentEntry.Scaling"/>.</summary>
    public bool ObservesRaw { get; init; }

    /// <summary>The names of the environments that it is made for; empty for all of them.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    /// <summary>The steps that its runs learn for, by environment, where they are other than <see cref="EnvironmentEntry.Budget"/>.</summary>
    public ImmutableDictionary<string, long> Budgets { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Its settings; null where it has none that could be other ones.</summary>
    public AgentSettings? Settings { get; init; }

    /// <summary>Whether it is made for an environment.</summary>
    public bool IsFor(string environment) =>
        Environments.IsEmpty || Environments.Contains(environment, StringComparer.Ordinal);

    /// <summary>The environment steps that a run learns for, where nothing else is said.</summary>
    public long Budget(EnvironmentEntry environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return Budgets.TryGetValue(environment.Name, out var steps) ? steps : environment.Budget;
    }

    /// <summary>The units that it observes an environment in.</summary>
    /// <param name="size">Numbers in an observation.</param>
    public ObservationScaling Scaling(EnvironmentEntry environment, int size)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return ObservesRaw ? ObservationScaling.None(size) : environment.Scaling ?? ObservationScaling.None(size);
    }

    /// <summary>Makes an environment as it observes it.</summary>
    public IEnvironment CreateEnvironment(EnvironmentEntry environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        IEnvironment plain = environment.Create();
        return ObservesRaw
            ? plain
            : new ScaledObservations<IEnvironment>(plain, Scaling(environment, plain.Specification.Observations.Size));
    }

    /// <summary>An agent that is made of what was found to work for its task.</summary>
    /// <typeparam name="T">The type of its settings.</typeparam>
    /// <param name="name">The name on the command line and in files.</param>
    /// <param name="tuned">What was found to work for a task.</param>
    /// <param name="create">Makes it of settings.</param>
    public static AgentEntry Of<T>(
        string name,
        string title,
        string description,
        Func<AgentTask, T> tuned,
        Func<AgentTask, T, IParallelAgent> create
    )
        where T : class, ISettings =>
        new(name, title, description, task => create(task, tuned(task))) { Settings = AgentSettings.Of(tuned, create) };
}
