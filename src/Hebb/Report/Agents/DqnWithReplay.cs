using System.Numerics;
using Hebb.Agents;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// Deep Q-learning with replay and a target network (Mnih et al. 2013) on a network that takes state and action and
/// answers Q(s, a): after each environment step one step of the parameters towards r + gamma max_a Q'(s', a) on a
/// replayed batch, with Q' copied now and then. How Q is evaluated and its gradient found is left to a derived class.
/// </summary>
/// <remarks>As in the report's script, learning begins when more transitions than the memory holds were seen.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public abstract class DqnWithReplay<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly DqnOptions _options;
    private readonly T _discount;
    private readonly ShallowParameters<T> _target;
    private readonly ShallowParameters<T> _gradient;
    private readonly ReplayMemory<T> _memory;
    private readonly StateAction<T> _acted;
    private readonly StateAction<T> _replayed;
    private readonly T[] _values;
    private readonly Pcg64 _policyRandom;
    private readonly Pcg64 _replayRandom;
    private int _action;
    private long _learned;

    private protected DqnWithReplay(int observationSize, int actionCount, DqnOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _discount = T.CreateTruncating(options.Discount);
        Network = new ShallowParameters<T>(observationSize + 1, options.HiddenSize, 1);
        _target = Network.ZerosAlike();
        _gradient = Network.ZerosAlike();
        _memory = new ReplayMemory<T>(observationSize, options.MemoryCapacity);
        _acted = new StateAction<T>(observationSize);
        _replayed = new StateAction<T>(observationSize);
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
        _memory.Add(_acted.Observation, _action, result.Reward, HasNoNextValue(result), nextObservation);
        if (_memory.Added > _memory.Capacity)
        {
            Learn();
        }
    }

    /// <summary>Whether the state that a step led to counts as one without a value.</summary>
    private protected abstract bool HasNoNextValue(in StepResult result);

    /// <summary>Q(s, a) of a network.</summary>
    private protected abstract T Evaluate(ShallowParameters<T> network, ReadOnlySpan<T> inputs);

    /// <summary>Adds scale times the gradient of the error of Q(s, a) to its target.</summary>
    private protected abstract void AddGradient(
        ReadOnlySpan<T> inputs,
        T target,
        T scale,
        ShallowParameters<T> gradient
    );

    /// <summary>Takes a step down the gradient of a batch.</summary>
    private protected abstract void Descend(ShallowParameters<T> gradient);

    private void Learn()
    {
        if (_learned++ % _options.TargetPeriod == 0)
        {
            _target.CopyFrom(Network);
        }

        var scale = T.One / T.CreateTruncating(_options.BatchSize);
        _gradient.All.Clear();
        for (var sample = 0; sample < _options.BatchSize; sample++)
        {
            var slot = _memory.Draw(_replayRandom);
            var target = _memory.Reward(slot);
            if (!_memory.End(slot))
            {
                _replayed.Read(_memory.NextState(slot));
                var values = Values(_target, _replayed);
                target += _discount * values[GreedyPolicy.Best(values)];
            }

            _replayed.Read(_memory.State(slot));
            AddGradient(_replayed.With(_memory.Action(slot)), target, scale, _gradient);
        }

        Descend(_gradient);
    }

    private ReadOnlySpan<T> Values(ShallowParameters<T> network, StateAction<T> inputs)
    {
        for (var action = 0; action < _values.Length; action++)
        {
            _values[action] = Evaluate(network, inputs.With(action));
        }

        return _values;
    }

    /// <inheritdoc/>
    public virtual void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("target", _target);
        visitor.Part("memory", _memory);
        visitor.Part("policy_random", _policyRandom);
        visitor.Part("replay_random", _replayRandom);
        visitor.Number("learned", ref _learned);
    }
}
