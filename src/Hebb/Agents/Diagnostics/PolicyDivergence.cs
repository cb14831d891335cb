using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>
/// How far a policy has moved from the one that acted, over the minibatches that it learns from, each before its step.
/// </summary>
/// <remarks>
/// With r = pi(a | s) / pi_old(a | s) of the actions taken: <c>approximate_kl</c>, the mean of r - 1 - log r, which is never negative
/// and on average KL(pi_old, pi) in nats (Schulman's estimator k3); <c>clip_fraction</c>, the part of actions with |r - 1| beyond the
/// clipping range, not a number where there is none.
/// </remarks>
internal sealed class PolicyDivergence : IDiagnosed
{
    private static readonly ImmutableArray<string> Names = ["approximate_kl", "clip_fraction"];

    private RunningMean _divergence;
    private RunningMean _clipped;

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => Names;

    /// <summary>Takes in one action.</summary>
    /// <param name="logRatio">log r.</param>
    /// <param name="clip">The clipping range; null for none.</param>
    public void Observe(double logRatio, double? clip)
    {
        var ratio = Math.Exp(logRatio);
        _divergence.Add(ratio - 1 - logRatio);
        if (clip is { } range)
        {
            _clipped.Add(Math.Abs(ratio - 1) > range ? 1 : 0);
        }
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        values[0] = _divergence.Take();
        values[1] = _clipped.Take();
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _divergence.VisitState(visitor, "divergence");
        _clipped.VisitState(visitor, "clipped");
    }
}
