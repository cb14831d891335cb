using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Benchmarks.Training;

/// <summary>One agent in one CartPole-v0, to be trained on from where it is.</summary>
internal sealed class TrainingRun
{
    private readonly IAgent _agent;
    private readonly IEnvironment _environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
    private readonly float[] _observation;

    public TrainingRun(IAgent agent, ulong seed)
    {
        _agent = agent;
        _observation = new float[_environment.Specification.Observations.Size];
        _environment.Reset(seed, _observation);
    }

    public void Train(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var action = _agent.Act(_observation);
            var result = _environment.Step(action, _observation);
            _agent.Observe(_observation, result);
            if (result.EpisodeEnded)
            {
                _environment.Reset(_observation);
            }
        }
    }
}
