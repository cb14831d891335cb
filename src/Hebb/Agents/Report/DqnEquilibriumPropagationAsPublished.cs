using System.Numerics;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Agents.Report;

/// <summary>The constants by which the published DQN EP settles.</summary>
/// <param name="Beta">Nudging strength.</param>
/// <param name="UnitStep">Step of the gradient flow on the units.</param>
/// <param name="MaximumSteps">Steps of a phase at most.</param>
/// <param name="Tolerance">A phase is settled when no unit moves further than this in a step.</param>
public sealed record GradientFlowOptions(
    double Beta = 0.5,
    double UnitStep = 0.5,
    int MaximumSteps = 200,
    double Tolerance = 1e-3
);

/// <summary>
/// DQN EP (section 4.1) as published: deep Q-learning with replay and a target network (Mnih et al. 2013), whose
/// Q(s, a) is the output unit of the energy of eq. (1) at its minimum, and whose gradient is that of two-phase
/// equilibrium propagation, eqs. (1)-(5), on the cost of eq. (2).
/// </summary>
/// <remarks>
/// The units are the report's: clamped to [0, 1], the output too, so that no value of 1 or more can be answered.
/// Phases settle by gradient flow from units at zero. The time limit is bootstrapped.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class DqnEquilibriumPropagationAsPublished<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly DqnOptions _options;
    private readonly T _discount;
    private readonly T _negativeRate;
    private readonly ShallowParameters<T> _target;
    private readonly ShallowParameters<T> _gradient;
    private readonly ShallowState<T> _state;
    private readonly TwoPhaseEquilibriumPropagation<T> _estimator;
    private readonly ReplayMemory<T> _memory;
    private readonly StateAction<T> _acted;
    private readonly StateAction<T> _inputs;
    private readonly T[] _values;
    private readonly Pcg64 _policyRandom;
    private readonly Pcg64 _replayRandom;
    private int _action;
    private long _learned;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants of the Q-learner.</param>
    /// <param name="settling">The constants of the settling.</param>
    /// <param name="seed">The seed of the run.</param>
    public DqnEquilibriumPropagationAsPublished(
        int observationSize,
        int actionCount,
        DqnOptions options,
        GradientFlowOptions settling,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settling);
        _options = options;
        _discount = T.CreateTruncating(options.Discount);
        _negativeRate = -T.CreateTruncating(options.LearningRate);
        Network = new ShallowParameters<T>(observationSize + 1, options.HiddenSize, 1);
        Initialization.XavierUniform(Network, RandomStreams.Initialisation(seed));
        _target = Network.ZerosAlike();
        _gradient = Network.ZerosAlike();
        _state = new ShallowState<T>(Network);
        _estimator = new TwoPhaseEquilibriumPropagation<T>(
            Network,
            new GradientFlow<T>(Network, settling.UnitStep, settling.Tolerance),
            new TwoPhaseOptions(settling.Beta, SquaredError.Half, settling.MaximumSteps, settling.MaximumSteps)
        );
        _memory = new ReplayMemory<T>(observationSize, options.MemoryCapacity);
        _acted = new StateAction<T>(observationSize);
        _inputs = new StateAction<T>(observationSize);
        _values = new T[actionCount];
        _policyRandom = RandomStreams.Policy(seed);
        _replayRandom = RandomStreams.Replay(seed);
    }

    /// <summary>The network that acts and learns.</summary>
    public ShallowParameters<T> Network { get; }

    /// <inheritdoc/>
    public bool IsFinite => Network.IsFinite;

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        _acted.Read(observation);
        _action =
            _policyRandom.NextDouble() < _options.GreedyProbability
                ? GreedyPolicy.Best(Values(Network, _acted))
                : _policyRandom.NextInteger(_values.Length);
        return _action;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        _memory.Add(_acted.Observation, _action, result.Reward, result.Terminated, nextObservation);
        if (_memory.Added > _memory.Capacity)
        {
            Learn();
        }
    }

    private void Learn()
    {
        if (_learned++ % _options.TargetPeriod == 0)
        {
            _target.CopyFrom(Network);
        }

        Span<T> target = stackalloc T[1];
        var scale = T.One / T.CreateTruncating(_options.BatchSize);
        _gradient.All.Clear();
        for (var sample = 0; sample < _options.BatchSize; sample++)
        {
            var slot = _memory.Draw(_replayRandom);
            target[0] = _memory.Reward(slot);
            if (!_memory.End(slot))
            {
                _inputs.Read(_memory.NextState(slot));
                var values = Values(_target, _inputs);
                target[0] += _discount * values[GreedyPolicy.Best(values)];
            }

            _inputs.Read(_memory.State(slot));
            _state.Units.Clear();
            _estimator.AddGradient(Network, _state, _inputs.With(_memory.Action(slot)), target, scale, _gradient);
        }

        Network.Add(_gradient, _negativeRate, _negativeRate);
    }

    private ReadOnlySpan<T> Values(ShallowParameters<T> network, StateAction<T> inputs)
    {
        for (var action = 0; action < _values.Length; action++)
        {
            _state.Units.Clear();
            _estimator.SettleFreely(network, _state, inputs.With(action));
            _values[action] = _state.Outputs[0];
        }

        return _values;
    }
}
