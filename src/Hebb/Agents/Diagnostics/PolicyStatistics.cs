using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>
/// What a policy does over the states that it meets: how sure it is in each, and what is left when the state is forgotten.
/// </summary>
/// <remarks>
/// With p(a) the mean of pi(a | s) over the states met: <c>entropy</c>, the mean of H(pi(. | s)); <c>action_entropy</c>, H(p), never
/// below it; <c>state_dependence</c>, the difference, which is the mutual information between state and action: 0 where the policy
/// does not look at the state. All in nats. <c>collapsed</c> is 1 where H(p) is below <see cref="CollapseBound"/> of
/// log(actions): one action whatever the state; otherwise 0. <c>action_0</c> and on are p.
/// </remarks>
internal sealed class PolicyStatistics : IDiagnosed
{
    /// <summary>The part of log(actions) below which the entropy of the mean policy counts as collapsed.</summary>
    public const double CollapseBound = 0.05;

    private const int Others = 4;
    private readonly double[] _sums;
    private double _entropies;
    private long _states;

    /// <summary>Statistics of nothing yet.</summary>
    /// <param name="actions">How many actions there are; at least 2.</param>
    public PolicyStatistics(int actions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(actions, 2);
        _sums = new double[actions];
        DiagnosticNames =
        [
            "entropy",
            "action_entropy",
            "state_dependence",
            "collapsed",
            .. Enumerable.Range(0, actions).Select(action => FormattableString.Invariant($"action_{action}")),
        ];
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames { get; }

    /// <summary>Takes in the policy in a state that was met.</summary>
    /// <param name="probabilities">pi(a | s), one number an action.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than actions.</exception>
    public void Observe(ReadOnlySpan<float> probabilities)
    {
        if (probabilities.Length != _sums.Length)
        {
            throw new ArgumentException(
                $"probabilities: {probabilities.Length} numbers; one for each of {_sums.Length} actions is needed",
                nameof(probabilities)
            );
        }

        for (var action = 0; action < _sums.Length; action++)
        {
            _sums[action] += probabilities[action];
            _entropies += Term(probabilities[action]);
        }

        _states++;
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        if (_states == 0)
        {
            values[..(Others + _sums.Length)].Fill(double.NaN);
            return;
        }

        var actionEntropy = 0.0;
        for (var action = 0; action < _sums.Length; action++)
        {
            var mean = _sums[action] / _states;
            values[Others + action] = mean;
            actionEntropy += Term(mean);
        }

        var entropy = _entropies / _states;
        values[0] = entropy;
        values[1] = actionEntropy;
        values[2] = Math.Max(0, actionEntropy - entropy);
        values[3] = actionEntropy < CollapseBound * Math.Log(_sums.Length) ? 1 : 0;
        Array.Clear(_sums);
        _entropies = 0;
        _states = 0;
    }

    private static double Term(double probability) => probability > 0 ? -probability * Math.Log(probability) : 0;

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<double>("sums", _sums);
        visitor.Number("entropies", ref _entropies);
        visitor.Number("states", ref _states);
    }
}
