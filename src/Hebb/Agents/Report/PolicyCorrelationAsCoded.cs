using System.Numerics;
using Hebb.Environments;
using Hebb.Networks;
using Hebb.Plasticity;

namespace Hebb.Agents.Report;

/// <summary>
/// Policy EP (section 4.2) by the correlation rule, as the report's code has it: after each episode
/// W_ij += rate sum_t log pi(a_t | s_t) A_t rho(u_i) rho(u_j), biases alike at their own rate, where the advantage
/// A_t is the return standardised over the episode minus V(s_t), and V is fitted to those returns.
/// </summary>
/// <remarks>
/// Since log pi is never positive, a positive advantage lowers the correlations that led to it. The rule sees the
/// action only through the scalar log pi.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class PolicyCorrelationAsCoded<T> : IAgent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly EpisodicActor<T> _actor;
    private readonly EpisodicCritic<T> _critic;
    private readonly HebbianCorrelation<T> _correlation;
    private readonly ShallowParameters<T> _sum;
    private readonly T _weightRate;
    private readonly T _biasRate;
    private readonly T _discount;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants.</param>
    /// <param name="seed">The seed of the run.</param>
    public PolicyCorrelationAsCoded(int observationSize, int actionCount, PolicyOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_actor, _critic) = PolicyParts.Create<T>(observationSize, actionCount, options, seed);
        _correlation = new HebbianCorrelation<T>(observationSize, actionCount);
        _sum = _actor.Network.ZerosAlike();
        _weightRate = T.CreateTruncating(options.WeightRate);
        _biasRate = T.CreateTruncating(options.BiasRate);
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
        if (result.EpisodeEnded)
        {
            Learn();
        }
    }

    private void Learn()
    {
        var returns = _actor.Returns;
        DiscountedReturns.Standardised(_actor.Rewards, _discount, returns);
        _sum.All.Clear();
        for (var step = 0; step < returns.Length; step++)
        {
            var modulator = _actor.LogProbability(step) * (returns[step] - _critic[step]);
            _correlation.AddTo(_sum, modulator, _actor.Inputs[step], _actor.Hidden[step], _actor.Outputs[step]);
        }

        _actor.Network.Add(_sum, _weightRate, _biasRate);
        _critic.Fit(_actor.Inputs, returns);
        _actor.ForgetEpisode();
    }
}
