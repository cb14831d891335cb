using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents;

/// <summary>An agent learning in its environments, from a seed: everything but the agent that a run has.</summary>
public sealed class TrainingLoop : IStateful
{
    /// <summary>The name of the agent among the parts of the state.</summary>
    public const string AgentPart = "agent";

    private readonly IParallelAgent _agent;
    private readonly EnvironmentBatch<IEnvironment> _environments;
    private readonly int _observationSize;
    private readonly float[] _observations;
    private readonly float[] _finalObservations;
    private readonly int[] _actions;
    private readonly double[] _rewards;
    private readonly bool[] _terminated;
    private readonly bool[] _truncated;
    private readonly double[] _returns;
    private readonly int[] _lengths;
    private long _steps;
    private long _episodes;

    /// <summary>Makes the environments and begins their first episodes.</summary>
    /// <param name="createEnvironment">Makes one environment, as the agent observes it.</param>
    /// <param name="seed">The seed of the run; see <see cref="RandomStreams.Environments"/>.</param>
    /// <param name="environmentSeed">
    /// The seed of the first environment, in place of the one that the run's seed gives it; the others have the seeds that follow.
    /// </param>
    public TrainingLoop(
        IParallelAgent agent,
        Func<IEnvironment> createEnvironment,
        ulong seed,
        ulong? environmentSeed = null
    )
    {
        ArgumentNullException.ThrowIfNull(agent);
        _agent = agent;
        var count = agent.EnvironmentCount;
        _environments = new EnvironmentBatch<IEnvironment>(count, createEnvironment);
        _observationSize = _environments.Specification.Observations.Size;
        _observations = new float[count * _observationSize];
        _finalObservations = new float[count * _observationSize];
        _actions = new int[count];
        _rewards = new double[count];
        _terminated = new bool[count];
        _truncated = new bool[count];
        _returns = new double[count];
        _lengths = new int[count];
        _environments.Reset(environmentSeed ?? RandomStreams.Environments(seed), _observations);
    }

    /// <summary>The steps of all environments together so far.</summary>
    public long Steps => _steps;

    /// <summary>The episodes of all environments that have ended so far.</summary>
    public long Episodes => _episodes;

    /// <summary>Plays on until all environments together have taken a number of steps since the beginning.</summary>
    /// <param name="steps">The number; it is overshot where the environments do not divide it.</param>
    /// <param name="ended">Told of every episode that ends, in the order of the steps, then of the environments; may be null.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, between two steps.</exception>
    public void Run(long steps, Action<EpisodeEnd>? ended = null, CancellationToken cancellation = default) =>
        Run(steps, long.MaxValue, ended, cancellation);

    /// <summary>The same, or until they have ended a number of episodes, if that comes first.</summary>
    /// <param name="steps">The number of steps; it is overshot where the environments do not divide it.</param>
    /// <param name="episodes">The number of episodes; it is overshot where several environments end theirs in one step.</param>
    /// <param name="ended">Told of every episode that ends, in the order of the steps, then of the environments; may be null.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, between two steps.</exception>
    public void Run(long steps, long episodes, Action<EpisodeEnd>? ended, CancellationToken cancellation)
    {
        while (_steps < steps && _episodes < episodes)
        {
            cancellation.ThrowIfCancellationRequested();
            Step(ended);
        }
    }

    private void Step(Action<EpisodeEnd>? ended)
    {
        _agent.Act(Rows(_observations), _actions);
        _environments.Step(_actions, _observations, _rewards, _terminated, _truncated, _finalObservations);
        _steps += _actions.Length;
        _agent.Observe(
            new ParallelSteps
            {
                Observations = Rows(_observations),
                Rewards = _rewards,
                Terminated = _terminated,
                Truncated = _truncated,
                FinalObservations = Rows(_finalObservations),
            }
        );
        for (var environment = 0; environment < _actions.Length; environment++)
        {
            _returns[environment] += _rewards[environment];
            _lengths[environment]++;
            if (_terminated[environment] || _truncated[environment])
            {
                _episodes++;
                ended?.Invoke(new EpisodeEnd(environment, _returns[environment], _lengths[environment], Steps));
                _returns[environment] = 0;
                _lengths[environment] = 0;
            }
        }
    }

    private ReadOnlyMatrixSpan<float> Rows(float[] observations) => new(observations, _observationSize);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps", ref _steps);
        visitor.Number("episodes", ref _episodes);
        visitor.Part(AgentPart, _agent);
        visitor.Part("environments", _environments);
        visitor.Numbers<float>("observations", _observations);
        visitor.Numbers<double>("returns", _returns);
        visitor.Numbers<int>("lengths", _lengths);
    }
}

/// <summary>An episode of training that has ended.</summary>
/// <param name="Environment">Which of the environments played it, from 0.</param>
/// <param name="Return">The sum of its rewards.</param>
/// <param name="Length">Its steps.</param>
/// <param name="EnvironmentSteps">The steps of all environments together when it ended.</param>
public readonly record struct EpisodeEnd(int Environment, double Return, int Length, long EnvironmentSteps);
