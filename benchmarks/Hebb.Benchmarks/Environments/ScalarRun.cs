using Hebb.Environments;

namespace Hebb.Benchmarks.Environments;

/// <summary>One environment, stepped through its interface as agents are trained, and reset where an episode ends.</summary>
internal sealed class ScalarRun
{
    private readonly IEnvironment _environment;
    private readonly float[] _observation;

    public ScalarRun(IEnvironment environment, ulong seed)
    {
        _environment = environment;
        _observation = new float[environment.Specification.Observations.Size];
        _environment.Reset(seed, _observation);
    }

    /// <summary>One step an action.</summary>
    /// <param name="actions">Actions of the environment.</param>
    public void Step(ReadOnlySpan<int> actions)
    {
        foreach (var action in actions)
        {
            if (_environment.Step(action, _observation).EpisodeEnded)
            {
                _environment.Reset(_observation);
            }
        }
    }
}
