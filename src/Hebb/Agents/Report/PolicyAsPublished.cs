using System.Numerics;
using System.Numerics.Tensors;
using Hebb.Environments;
using Hebb.Networks;
using Hebb.Plasticity;

namespace Hebb.Agents.Report;

/// <summary>
/// Policy EP (section 4.2) as published: eq. (7) descended with the report's temporal-difference advantage
/// v_t = r_t + gamma V(s_{t+1}) - V(s_t), one rate for all parameters,
/// theta -= rate sum_t (dE_t / dtheta) log pi(a_t | s_t) v_t, that is
/// theta += rate sum_t correlation_t log pi(a_t | s_t) v_t. The critic is fitted to r_t + gamma V(s_{t+1}).
/// </summary>
/// <remarks>A terminated episode has no next value; one cut by the time limit has.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class PolicyAsPublished<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly EpisodicActor<T> _actor;
    private readonly EpisodicCritic<T> _critic;
    private readonly HebbianCorrelation<T> _correlation;
    private readonly ShallowParameters<T> _sum;
    private readonly T[] _lastInputs;
    private readonly T _rate;
    private readonly T _discount;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants; the bias rate has no part here.</param>
    /// <param name="seed">The seed of the run.</param>
    public PolicyAsPublished(int observationSize, int actionCount, PolicyOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_actor, _critic) = PolicyParts.Create<T>(observationSize, actionCount, options, seed);
        _correlation = new HebbianCorrelation<T>(observationSize, actionCount);
        _sum = _actor.Network.ZerosAlike();
        _lastInputs = new T[observationSize];
        _rate = T.CreateTruncating(options.WeightRate);
        _discount = T.CreateTruncating(options.Discount);
    }

    /// <summary>The actor's network.</summary>
    public ShallowParameters<T> Network => _actor.Network;

    /// <summary>The critic's network.</summary>
    public ShallowParameters<T> CriticNetwork => _critic.Network;

    /// <inheritdoc/>
    public bool IsFinite => _actor.Network.IsFinite && _critic.IsFinite;

    /// <inheritdoc/>
    public int Act(ReadOnlySpan<float> observation)
    {
        var action = _actor.Act(observation);
        _critic.Add(_actor.Inputs[^1]);
        return action;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        _actor.Reward(result.Reward);
        if (!result.EpisodeEnded)
        {
            return;
        }

        var lastValue = T.Zero;
        if (!result.Terminated)
        {
            TensorPrimitives.ConvertTruncating(nextObservation, _lastInputs);
            lastValue = _critic.Value(_lastInputs);
        }

        Learn(lastValue);
    }

    private void Learn(T lastValue)
    {
        var targets = _actor.Returns;
        var rewards = _actor.Rewards;
        _sum.All.Clear();
        for (var step = 0; step < targets.Length; step++)
        {
            var nextValue = step + 1 < targets.Length ? _critic[step + 1] : lastValue;
            targets[step] = rewards[step] + (_discount * nextValue);
            var modulator = _actor.LogProbability(step) * (targets[step] - _critic[step]);
            _correlation.AddTo(_sum, modulator, _actor.Inputs[step], _actor.Hidden[step], _actor.Outputs[step]);
        }

        _actor.Network.Add(_sum, _rate, _rate);
        _critic.Fit(_actor.Inputs, targets);
        _actor.ForgetEpisode();
    }
}
