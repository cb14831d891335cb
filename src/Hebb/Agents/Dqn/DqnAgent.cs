using Hebb.Agents.Approximators;
using Hebb.Agents.Diagnostics;
using Hebb.Costs;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Dqn;

/// <summary>
/// Deep Q-learning (Mnih et al. 2015) with n-step returns (Hessel et al. 2018), double Q-learning (van Hasselt et al. 2016) and a target
/// network that follows the one that learns (Lillicrap et al. 2016), on networks that learn by any estimator: by equilibrium propagation, or
/// by backprop.
/// </summary>
/// <remarks>
/// An output is y = scale Q - offset. It is asked to be scale R + gamma^k (y'_a + offset) - offset, with the target network's
/// y' at the observation k steps on, and a the action that is best there.
/// </remarks>
public sealed class DqnAgent : IGreedyAgent, IDiagnosed
{
    private readonly DqnOptions _options;
    private readonly long _taskSteps;
    private readonly NetworkApproximator _network;
    private readonly NetworkApproximator _target;
    private readonly TemporalDifferenceCost _cost;
    private readonly ReturnMemory _memory;
    private readonly ReturnWindow[] _windows;
    private readonly Exploration _exploration;
    private readonly Pcg64 _replayRandom;
    private readonly int _observationSize;
    private readonly float[] _observations;
    private readonly int[] _actions;
    private readonly bool[] _explores;
    private readonly AlignedMatrix<float> _inputs;
    private readonly AlignedMatrix<float> _nextInputs;
    private readonly int[] _slots;
    private readonly DqnTargets _asked;
    private long _steps;
    private long _nextUpdate;
    private long _diagnosedUpdates;
    private long _updates;
    private readonly AgentDiagnostics _diagnostics;
    private double _costSum;
    private double _valueSum;

    /// <summary>An agent at its start.</summary>
    /// <param name="task">What it will have to do; the learning rate falls over its steps.</param>
    /// <exception cref="ArgumentException">An option is not possible; the message says which.</exception>
    public DqnAgent(AgentTask task, DqnOptions options)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        SettingRules.Require(options);
        _options = options;
        _taskSteps = task.Steps;
        _nextUpdate = options.LearningStart;
        _observationSize = task.ObservationSize;
        var count = options.Environments;
        var batch = options.BatchSize;
        var capacity = Math.Max(batch, count);
        Pcg64 start = RandomStreams.Initialization(task.Seed);
        _network = new NetworkApproximator(_observationSize, task.ActionCount, capacity, options.Approximator, start);
        _target = new NetworkApproximator(_observationSize, task.ActionCount, capacity, options.Approximator, start);
        _network.Parameters.All.CopyTo(_target.Parameters.Edit());
        _cost = new TemporalDifferenceCost(
            string.Equals(options.Cost, CostCatalogue.TemporalDifference, StringComparison.Ordinal)
                ? double.PositiveInfinity
                : options.HuberThreshold
        );
        _memory = new ReturnMemory(_observationSize, options.ReplayCapacity);
        _windows =
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new ReturnWindow(_observationSize, options.ReturnSteps, options.Discount)),
        ];
        _exploration = new Exploration(count, task.ActionCount, options.Exploration, RandomStreams.Policy(task.Seed));
        _replayRandom = RandomStreams.Replay(task.Seed);
        _observations = new float[count * _observationSize];
        _actions = new int[count];
        _explores = new bool[count];
        _inputs = new AlignedMatrix<float>(batch, _observationSize);
        _nextInputs = new AlignedMatrix<float>(batch, _observationSize);
        _slots = new int[batch];
        _asked = new DqnTargets(batch, options.RewardScale, options.ValueOffset);
        _diagnostics = new AgentDiagnostics(task, hasPolicy: false, ("network", _network));
    }

    /// <inheritdoc/>
    public int EnvironmentCount => _actions.Length;

    /// <summary>What it is made of.</summary>
    public DqnOptions Options => _options;

    /// <summary>The network that acts and learns.</summary>
    public NetworkApproximator Network => _network;

    /// <summary>The network that follows it and says what next observations are worth.</summary>
    public NetworkApproximator Target => _target;

    /// <summary>How many times it has learned.</summary>
    public long Updates => _updates;

    /// <inheritdoc/>
    public bool IsFinite => TensorPrimitives.IsFiniteAll(_network.Parameters.All);

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames =>
        ["temporal_difference_cost", "value", "exploration", .. _diagnostics.DiagnosticNames];

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        var exploring = 0;
        for (var environment = 0; environment < _actions.Length; environment++)
        {
            observations[environment].CopyTo(Row(_observations, environment));
            _explores[environment] = _exploration.TryDraw(environment, _steps, out _actions[environment]);
            exploring += _explores[environment] ? 1 : 0;
        }

        if (exploring < _actions.Length)
        {
            var values = _network.Evaluate(observations);
            for (var environment = 0; environment < _actions.Length; environment++)
            {
                if (!_explores[environment])
                {
                    _actions[environment] = GreedyPolicy.Best(values[environment]);
                }
            }
        }

        _actions.CopyTo(actions);
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        for (var environment = 0; environment < _actions.Length; environment++)
        {
            var ended = steps.Terminated[environment] || steps.Truncated[environment];
            _windows[environment]
                .Add(
                    Row(_observations, environment),
                    _actions[environment],
                    steps.Rewards[environment],
                    ended ? steps.FinalObservations[environment] : steps.Observations[environment],
                    steps.Terminated[environment],
                    steps.Truncated[environment],
                    _memory
                );
            if (ended)
            {
                _exploration.End(environment);
            }
        }

        _steps += _actions.Length;
        while (_steps >= _nextUpdate && _memory.Count > 0)
        {
            _nextUpdate += _options.UpdatePeriod;
            Learn();
        }
    }

    /// <inheritdoc/>
    public void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        var values = _network.Evaluate(observations);
        for (var row = 0; row < observations.Rows; row++)
        {
            actions[row] = GreedyPolicy.Best(values[row]);
        }
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        values[0] = _costSum / _diagnosedUpdates;
        values[1] = _valueSum / _diagnosedUpdates;
        values[2] = _options.Exploration.Epsilon(_steps);
        _diagnosedUpdates = 0;
        _costSum = 0;
        _valueSum = 0;
        _diagnostics.TakeDiagnostics(values[3..]);
    }

    private void Learn()
    {
        for (var row = 0; row < _slots.Length; row++)
        {
            var slot = _memory.Draw(_replayRandom);
            _slots[row] = slot;
            _memory.Observation(slot).CopyTo(_inputs[row]);
            _memory.NextObservation(slot).CopyTo(_nextInputs[row]);
        }

        SetTargets();
        _valueSum += _asked.MeanValue;
        if (_options.AnnealsLearningRate)
        {
            // The optimizer wants a positive rate, also from an agent that plays on.
            _network.LearningRate =
                _options.Approximator.Optimizer.LearningRate
                * Math.Max(_taskSteps - _steps, 1)
                / Math.Max(_taskSteps, 1);
        }

        _costSum += _network.Update(_inputs.All, _asked.All, _cost).Cost;
        var following = _target.Parameters.Edit();
        TensorPrimitives.Lerp(following, _network.Parameters.All, (float)_options.TargetRate, following);
        _diagnosedUpdates++;
        _updates++;
    }

    private void SetTargets()
    {
        if (_options.IsDouble)
        {
            _asked.Choose(_network.Evaluate(_nextInputs.All));
        }

        var values = _target.Evaluate(_nextInputs.All);
        if (!_options.IsDouble)
        {
            _asked.Choose(values);
        }

        _asked.Set(_memory, _slots, values);
    }

    private Span<float> Row(float[] rows, int environment) =>
        rows.AsSpan(environment * _observationSize, _observationSize);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps", ref _steps);
        visitor.Number("next_update", ref _nextUpdate);
        visitor.Number("updates", ref _updates);
        visitor.Number("diagnosed_updates", ref _diagnosedUpdates);
        visitor.Number("cost_sum", ref _costSum);
        visitor.Number("value_sum", ref _valueSum);
        visitor.Part("network", _network);
        visitor.Part("target", _target);
        visitor.Part("memory", _memory);
        visitor.Parts("window", _windows);
        visitor.Part("exploration", _exploration);
        visitor.Part("replay_random", _replayRandom);
        visitor.Part("diagnostics", _diagnostics);
    }
}
