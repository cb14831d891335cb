using Hebb.Report.Rules;
using Hebb.Report.Shallow;

namespace Hebb.Report.Agents;

/// <summary>
/// Policy EP (section 4.2) as published: eq. (7) descended with the report's temporal-difference advantage
/// v_t = r_t + gamma V(s_{t+1}) - V(s_t), one rate for all parameters,
/// theta -= rate sum_t (dE_t / dtheta) log pi(a_t | s_t) v_t, that is
/// theta += rate sum_t correlation_t log pi(a_t | s_t) v_t. The critic is fitted to r_t + gamma V(s_{t+1}).
/// </summary>
/// <remarks>A terminated episode has no next value; one cut by the time limit has.</remarks>
public sealed class PolicyAsPublished<T> : PolicyEquilibriumPropagation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HebbianCorrelation<T> _correlation;
    private readonly ShallowParameters<T> _sum;
    private readonly T[] _lastInputs;
    private readonly T _rate;

    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    /// <param name="options">The constants; the bias rate has no part here.</param>
    public PolicyAsPublished(int observationSize, int actionCount, PolicyOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed)
    {
        _correlation = new HebbianCorrelation<T>(observationSize, actionCount);
        _sum = Network.ZerosAlike();
        _lastInputs = new T[observationSize];
        _rate = T.CreateTruncating(options.WeightRate);
    }

    private protected override void Learn(ReadOnlySpan<float> lastObservation, bool terminated)
    {
        var lastValue = T.Zero;
        if (!terminated)
        {
            TensorPrimitives.ConvertTruncating(lastObservation, _lastInputs);
            lastValue = Critic.Value(_lastInputs);
        }

        var targets = Actor.Returns;
        var rewards = Actor.Rewards;
        _sum.All.Clear();
        for (var step = 0; step < targets.Length; step++)
        {
            var nextValue = step + 1 < targets.Length ? Critic[step + 1] : lastValue;
            targets[step] = rewards[step] + (Discount * nextValue);
            var modulator = Actor.LogProbability(step) * (targets[step] - Critic[step]);
            _correlation.AddTo(_sum, modulator, Actor.Inputs[step], Actor.Hidden[step], Actor.Outputs[step]);
        }

        Network.Add(_sum, _rate, _rate);
        Critic.Fit(Actor.Inputs, targets);
    }
}
