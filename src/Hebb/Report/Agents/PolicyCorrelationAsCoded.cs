using Hebb.Report.Rules;
using Hebb.Report.Shallow;

namespace Hebb.Report.Agents;

/// <summary>
/// Policy EP (section 4.2) by the correlation rule, as the report's code has it: after each episode
/// W_ij += rate sum_t log pi(a_t | s_t) A_t rho(u_i) rho(u_j), biases alike at their own rate, where the advantage
/// A_t is the return standardised over the episode minus V(s_t), and V is fitted to those returns.
/// </summary>
/// <remarks>
/// Since log pi is never positive, a positive advantage lowers the correlations that led to it. The rule sees the
/// action only through the scalar log pi.
/// </remarks>
public sealed class PolicyCorrelationAsCoded<T> : PolicyEquilibriumPropagation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HebbianCorrelation<T> _correlation;
    private readonly ShallowParameters<T> _sum;
    private readonly T _weightRate;
    private readonly T _biasRate;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    public PolicyCorrelationAsCoded(int observationSize, int actionCount, PolicyOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed)
    {
        _correlation = new HebbianCorrelation<T>(observationSize, actionCount);
        _sum = Network.ZerosAlike();
        _weightRate = T.CreateTruncating(options.WeightRate);
        _biasRate = T.CreateTruncating(options.BiasRate);
    }

    private protected override void Learn(ReadOnlySpan<float> lastObservation, bool terminated)
    {
        var returns = StandardisedReturns();
        _sum.All.Clear();
        for (var step = 0; step < returns.Length; step++)
        {
            var modulator = Actor.LogProbability(step) * (returns[step] - Critic[step]);
            _correlation.AddTo(_sum, modulator, Actor.Inputs[step], Actor.Hidden[step], Actor.Outputs[step]);
        }

        Network.Add(_sum, _weightRate, _biasRate);
        Critic.Fit(Actor.Inputs, returns);
    }
}
