namespace Hebb.Environments;

/// <summary>What is known of an environment before its first step.</summary>
/// <param name="Name">Its registered name, with version, such as <c>CartPole-v0</c>.</param>
/// <param name="Observations">The space of observations.</param>
/// <param name="Actions">The space of actions.</param>
/// <param name="StepLimit">Steps after which an episode is truncated; null where there is no limit.</param>
/// <param name="SolvedAt">The mean return over 100 episodes from which the field calls the task solved; null where there is none.</param>
public sealed record EnvironmentSpecification(
    string Name,
    BoxSpace Observations,
    DiscreteSpace Actions,
    int? StepLimit,
    double? SolvedAt
)
{
    /// <summary>The kind of environment that settings are tuned for together, where a task has none of its own; null for none.</summary>
    public string? Family { get; init; }

    /// <summary>What the field calls solved where that is no mean return, such as <c>every solution found</c>; empty where it calls nothing so.</summary>
    public string Goal { get; init; } = "";

    /// <summary>The steps a second at which an episode is watched, as fast as what is shown would move, or as is good to look at.</summary>
    public double StepsPerSecond { get; init; } = 30;
}
