namespace Hebb.Lab.Configurations;

/// <summary>Which seed the environments of a run begin with.</summary>
public enum EnvironmentSeeding
{
    /// <summary>One that is spawned from the run's (<see cref="Agents.RandomStreams.Environments"/>).</summary>
    Spawned,

    /// <summary>The run's own, as Gymnasium's do.</summary>
    Run,
}
