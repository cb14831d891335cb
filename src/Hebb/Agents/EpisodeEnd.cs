namespace Hebb.Agents;

/// <summary>An episode of training that has ended.</summary>
/// <param name="Environment">Which of the environments played it, from 0.</param>
/// <param name="Return">The sum of its rewards.</param>
/// <param name="Length">Its steps.</param>
/// <param name="EnvironmentSteps">The steps of all environments together when it ended.</param>
public readonly record struct EpisodeEnd(int Environment, double Return, int Length, long EnvironmentSteps);
