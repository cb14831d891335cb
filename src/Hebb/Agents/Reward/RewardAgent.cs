using Hebb.Agents.Diagnostics;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// Learns from the reward alone, at every step, with no critic: the trace of the policy's gradient decays and takes in each action,
/// e = eta e + grad log pi(a|s) (Baxter and Bartlett 2001), and the parameters follow it by the TD error delta,
/// theta = theta + alpha delta e. With a free-energy policy the working form of the report's reward EP (eqs. 8-13).
/// </summary>
/// <remarks>
/// It differs from the report's rule in what is correlated (a state with the chosen action clamped, less the policy's expectation over
/// actions in the same state, in place of a running average over states) and in what a reward is compared with; see
/// <see cref="RewardBaseline"/>. The trace is reset at the start of every episode.
/// </remarks>
public sealed class RewardAgent : IGreedyAgent, IDiagnosed
{
    // Running averages of equal rewards differ from them in the last places.
    private const double Rounding = 1e-9;

    private readonly ITracedPolicy _policy;
    private readonly RewardOptions _options;
    private readonly RewardBaseline _baseline;
    private readonly Pcg64 _random;
    private readonly float[] _logits;
    private readonly float[] _probabilities;
    private readonly float[] _score;
    private readonly float[] _greedyLogits;
    private readonly PolicyStatistics _statistics;
    private readonly Action? _redraw;
    private readonly Pcg64? _redrawRandom;
    private bool _hadError;
    private int _action;
    private bool _continues;
    private long _steps;
    private RunningMean _error;

    /// <summary>An agent at its start.</summary>
    /// <param name="policy">The policy, which from now on is this agent's.</param>
    /// <param name="options">Rates.</param>
    /// <param name="random">The stream that actions are drawn from.</param>
    /// <param name="redraw">
    /// Draws new parameters of the policy. It is called after every episode for as long as every TD error has been 0: until then
    /// there is nothing to learn from and nothing to lose, and another policy, kept to for an episode, gets further than
    /// chance does step by step. Null for an agent that waits.
    /// </param>
    /// <param name="redrawRandom">The stream that <paramref name="redraw"/> draws from; null where it draws from none.</param>
    public RewardAgent(
        ITracedPolicy policy,
        RewardOptions options,
        Pcg64 random,
        Action? redraw = null,
        Pcg64? redrawRandom = null
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        SettingRules.Require(options);
        _policy = policy;
        _options = options;
        _random = random;
        _redraw = redraw;
        _redrawRandom = redrawRandom;
        _baseline = new RewardBaseline(options.TraceDecay, options.BaselineRate, options.CountsEnds);
        _logits = new float[policy.ActionCount];
        _probabilities = new float[policy.ActionCount];
        _score = new float[policy.ActionCount];
        _greedyLogits = new float[policy.ActionCount];
        _statistics = new PolicyStatistics(policy.ActionCount);
    }

    /// <summary>The policy.</summary>
    public ITracedPolicy Policy => _policy;

    /// <summary>What rewards are compared with.</summary>
    public RewardBaseline Baseline => _baseline;

    /// <inheritdoc/>
    public int EnvironmentCount => 1;

    /// <inheritdoc/>
    public bool IsFinite => TensorPrimitives.IsFiniteAll(_policy.Parameters.All);

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => ["expected_return", "td_error", .. _statistics.DiagnosticNames];

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        _policy.Consider(observations[0], _logits);
        _action = CategoricalPolicy.Sample<float>(_logits, _random, _probabilities);
        actions[0] = _action;
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        for (var action = 0; action < _score.Length; action++)
        {
            _score[action] = _options.SubtractsExpectation ? -_probabilities[action] : 0;
        }

        _score[_action] += 1;
        var terminated = steps.Terminated[0];
        var reward = steps.Rewards[0] + Entropy();
        var error = _baseline.TemporalDifference(reward, terminated);
        var decay = _continues ? (float)_options.TraceDecay : 0;
        _policy.Reinforce(_score, decay, (float)(Rate() * error));
        _continues = !terminated && !steps.Truncated[0];
        _hadError |= Math.Abs(error) > Rounding * Math.Abs(reward);
        if (!_continues && !_hadError)
        {
            _redraw?.Invoke();
        }

        _steps++;
        _error.Add(Math.Abs(error));
        _statistics.Observe(_probabilities);
    }

    /// <inheritdoc/>
    public void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        for (var row = 0; row < observations.Rows; row++)
        {
            _policy.Judge(observations[row], _greedyLogits);
            actions[row] = GreedyPolicy.Best<float>(_greedyLogits);
        }
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        values[0] = _baseline.Return;
        values[1] = _error.Take();
        _statistics.TakeDiagnostics(values[2..]);
    }

    // Its mean is the entropy, and along the trace its gradient is that of the entropy.
    private double Entropy() =>
        _options.EntropyBonus == 0
            ? 0
            : -_options.EntropyBonus * CategoricalPolicy.LogProbability<float>(_logits, _action);

    private double Rate() =>
        _options.AnnealingSteps == 0
            ? _options.LearningRate
            : _options.LearningRate * Math.Max(0, 1 - ((double)_steps / _options.AnnealingSteps));

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps", ref _steps);
        visitor.Number("continues", ref _continues);
        visitor.Number("was_surprised", ref _hadError);
        visitor.Part("policy", _policy);
        visitor.Part("baseline", _baseline);
        visitor.Part("random", _random);
        if (_redrawRandom is not null)
        {
            visitor.Part("redraw_random", _redrawRandom);
        }

        _error.VisitState(visitor, "surprise");
        visitor.Part("statistics", _statistics);
    }
}
