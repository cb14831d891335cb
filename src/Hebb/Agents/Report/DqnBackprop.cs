using System.Numerics;
using Hebb.Environments;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Optimizers;

namespace Hebb.Agents.Report;

/// <summary>
/// DQN by backprop as the report's author scripted it: a rectified 5-64-1 network of state and action, one Adam
/// step an environment step on the mean squared error of a replayed batch to r + gamma max_a Q'(s', a), with a
/// target network Q' copied now and then.
/// </summary>
/// <remarks>
/// As coded, learning begins when more transitions than the memory holds were seen, and a time limit counts as an
/// end.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class DqnBackprop<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double WeightDeviation = 0.01;

    private readonly DqnOptions _options;
    private readonly T _discount;
    private readonly ShallowParameters<T> _target;
    private readonly ShallowParameters<T> _gradient;
    private readonly Adam<T> _optimizer;
    private readonly ReplayMemory<T> _memory;
    private readonly StateAction<T> _inputs;
    private readonly AlignedBuffer<T> _hidden;
    private readonly AlignedBuffer<T> _hiddenGradient;
    private readonly T[] _values;
    private readonly Pcg64 _policyRandom;
    private readonly Pcg64 _replayRandom;
    private readonly StateAction<T> _acted;
    private int _action;
    private long _learned;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants.</param>
    /// <param name="seed">The seed of the run.</param>
    public DqnBackprop(int observationSize, int actionCount, DqnOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _discount = T.CreateTruncating(options.Discount);
        Network = new ShallowParameters<T>(observationSize + 1, options.HiddenSize, 1);
        Initialization.Normal(Network, WeightDeviation, RandomStreams.Initialisation(seed));
        _target = Network.ZerosAlike();
        _target.CopyFrom(Network);
        _gradient = Network.ZerosAlike();
        _optimizer = new Adam<T>(Network.All.Length, options.LearningRate);
        _memory = new ReplayMemory<T>(observationSize, options.MemoryCapacity);
        _inputs = new StateAction<T>(observationSize);
        _acted = new StateAction<T>(observationSize);
        _hidden = Network.NewHidden();
        _hiddenGradient = Network.NewHidden();
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
        _memory.Add(_acted.Observation, _action, result.Reward, result.EpisodeEnded, nextObservation);
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

        Span<T> value = stackalloc T[1];
        Span<T> slope = stackalloc T[1];
        var scale = T.CreateTruncating(2.0 / _options.BatchSize);
        _gradient.All.Clear();
        for (var sample = 0; sample < _options.BatchSize; sample++)
        {
            var slot = _memory.Draw(_replayRandom);
            var target = _memory.Reward(slot);
            if (!_memory.End(slot))
            {
                _inputs.Read(_memory.NextState(slot));
                var values = Values(_target, _inputs);
                target += _discount * values[GreedyPolicy.Best(values)];
            }

            _inputs.Read(_memory.State(slot));
            var inputs = _inputs.With(_memory.Action(slot));
            Evaluate(Network, inputs, value);
            slope[0] = scale * (value[0] - target);
            var hiddenGradient = _hiddenGradient.Span;
            hiddenGradient.Clear();
            ShallowPass.ToHiddenDrive<T, RectifiedLinear>(Network, _hidden.Span, slope, hiddenGradient);
            ShallowPass.AddOuterProducts(_gradient, T.One, inputs, hiddenGradient, slope, _hidden.Span);
        }

        _optimizer.Step(Network.All, _gradient.All);
    }

    private ReadOnlySpan<T> Values(ShallowParameters<T> network, StateAction<T> inputs)
    {
        for (var action = 0; action < _values.Length; action++)
        {
            Evaluate(network, inputs.With(action), _values.AsSpan(action, 1));
        }

        return _values;
    }

    private void Evaluate(ShallowParameters<T> network, ReadOnlySpan<T> inputs, Span<T> value)
    {
        ShallowPass.Hidden<T, RectifiedLinear>(network, inputs, _hidden.Span);
        ShallowPass.Outputs(network, _hidden.Span, value);
    }
}
