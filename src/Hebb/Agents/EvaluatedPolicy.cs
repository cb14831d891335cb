using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>
/// An agent that is asked for the actions of one environment and learns nothing from their results: by its best actions, or as it
/// acts while it learns.
/// </summary>
/// <remarks>
/// An agent that acts as while it learns, because it was asked to or has no other way, is not to be trained on afterwards: it remembers
/// what it saw here.
/// </remarks>
public sealed class EvaluatedPolicy
{
    private readonly IParallelAgent _agent;
    private readonly int _size;
    private readonly float[] _observations;
    private readonly int[] _actions;

    /// <summary>Asks an agent.</summary>
    /// <param name="observationSize">Numbers in an observation; at least 1.</param>
    /// <param name="samples">
    /// Whether actions are drawn or explored as in training; otherwise the agent takes its greedy actions, if it has any
    /// (<see cref="IGreedyAgent"/>).
    /// </param>
    public EvaluatedPolicy(IParallelAgent agent, int observationSize, bool samples)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        _agent = agent;
        _size = observationSize;
        IsGreedy = !samples && agent is IGreedyAgent;
        _observations = new float[(IsGreedy ? 1 : agent.EnvironmentCount) * observationSize];
        _actions = new int[IsGreedy ? 1 : agent.EnvironmentCount];
    }

    /// <summary>Whether it takes the agent's greedy actions.</summary>
    public bool IsGreedy { get; }

    /// <summary>The agent's action.</summary>
    /// <param name="observation">What the environment shows.</param>
    public int Act(ReadOnlySpan<float> observation)
    {
        // An agent acts for all of its environments: the others are copies of this one.
        for (var row = 0; row < _actions.Length; row++)
        {
            observation.CopyTo(_observations.AsSpan(row * _size, _size));
        }

        var observations = new ReadOnlyMatrixSpan<float>(_observations, _size);
        if (IsGreedy)
        {
            ((IGreedyAgent)_agent).ActGreedily(observations, _actions);
        }
        else
        {
            _agent.Act(observations, _actions);
        }

        return _actions[0];
    }
}
