using Hebb.Environments;
using Hebb.Environments.Control;

namespace Hebb.Benchmarks.Environments;

/// <summary>A batch of CartPoles without time limit, with the arrays that its steps fill.</summary>
internal sealed class BatchRun
{
    private readonly EnvironmentBatch<CartPole> _batch;
    private readonly float[] _observations;
    private readonly float[] _finalObservations;
    private readonly double[] _rewards;
    private readonly bool[] _terminated;
    private readonly bool[] _truncated;

    public BatchRun(int count, ulong seed)
    {
        _batch = new EnvironmentBatch<CartPole>(count, () => new CartPole());
        _observations = new float[count * _batch.Specification.Observations.Size];
        _finalObservations = new float[_observations.Length];
        _rewards = new double[count];
        _terminated = new bool[count];
        _truncated = new bool[count];
        _batch.Reset(seed, _observations);
    }

    /// <summary>Steps until the actions are used up, one for each environment a step.</summary>
    /// <param name="actions">As many as there are environments, some times over.</param>
    public void Step(ReadOnlySpan<int> actions)
    {
        for (var first = 0; first < actions.Length; first += _batch.Count)
        {
            _batch.Step(
                actions.Slice(first, _batch.Count),
                _observations,
                _rewards,
                _terminated,
                _truncated,
                _finalObservations
            );
        }
    }
}
