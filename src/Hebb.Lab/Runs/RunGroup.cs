namespace Hebb.Lab.Runs;

/// <summary>Runs that differ by their seeds alone.</summary>
/// <param name="Agent">The agent's name in the catalogue.</param>
/// <param name="Environment">The environment's name in the catalogue.</param>
/// <param name="Steps">The environment steps of training in each run; at least 1.</param>
public sealed record RunGroup(string Agent, string Environment, long Steps);
