using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>
/// An agent that is asked for the actions of one environment and learns nothing from their results: by its best actions, or as it
/// acts while it learns.
/// </summary>
/// <remarks>
/// An agent that acts as while it learns, because it was asked to or has no other way, is not to be trained on afterwards: it remembers
/// what it saw here. One with a memory (<see cref="IRememberingAgent"/>) acts with a memory of its own here, and has to be told of what
/// its actions led to and of the beginnings of episodes: whoever plays calls <see cref="Begin"/> and <see cref="Observe"/>.
/// </remarks>
public sealed class EvaluatedPolicy
{
    private readonly IParallelAgent _agent;
    private readonly int _size;
    private readonly float[] _observations;
    private readonly int[] _actions;
    private readonly bool _samples;
    private readonly IRememberingPolicy? _remembering;

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
        _samples = samples;
        _remembering = (agent as IRememberingAgent)?.CreatePolicy();
        IsGreedy = !samples && (agent is IGreedyAgent || _remembering is not null);
        _observations = new float[(IsGreedy ? 1 : agent.EnvironmentCount) * observationSize];
        _actions = new int[IsGreedy ? 1 : agent.EnvironmentCount];
    }

    /// <summary>Whether it takes the agent's greedy actions.</summary>
    public bool IsGreedy { get; }

    /// <summary>Whether what it does depends on what it met before in the episode.</summary>
    public bool Remembers => _remembering is not null;

    /// <summary>Tells it that an episode begins: one with a memory forgets.</summary>
    public void Begin() => _remembering?.Begin();

    /// <summary>Tells it what its last action led to: one with a memory may remember it.</summary>
    /// <param name="next">The observation after the action.</param>
    /// <param name="result">Reward and end of the episode.</param>
    public void Observe(ReadOnlySpan<float> next, in StepResult result) => _remembering?.Observe(next, result);

    /// <summary>The agent's action.</summary>
    /// <param name="observation">What the environment shows.</param>
    public int Act(ReadOnlySpan<float> observation)
    {
        if (_remembering is not null)
        {
            return _remembering.Act(observation, _samples);
        }

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
