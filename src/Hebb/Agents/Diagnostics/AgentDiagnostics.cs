using Hebb.Agents.Approximators;
using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>
/// What an agent tells of itself, made in one line: of each function that it learns <see cref="ApproximatorDiagnostics"/>, under the
/// function's name, and of its policy <see cref="PolicyStatistics"/> and <see cref="PolicyDivergence"/>.
/// </summary>
/// <remarks>
/// What costs time, <see cref="ApproximatorDiagnostics"/> says what, is measured where <see cref="AgentTask.Diagnoses"/> says so, and
/// otherwise not a number: the names are the same. Functions that are no <see cref="NetworkApproximator"/> tell nothing.
/// </remarks>
internal sealed class AgentDiagnostics : IDiagnosed
{
    private readonly JoinedDiagnostics _parts;
    private readonly PolicyStatistics? _policy;
    private readonly PolicyDivergence? _change;

    /// <summary>Begins to watch an agent's functions.</summary>
    /// <param name="task">What the agent is made for.</param>
    /// <param name="hasPolicy">Whether it draws its actions from probabilities, and tells them to <see cref="ObservePolicy"/>.</param>
    /// <param name="functions">The functions that it learns, by name.</param>
    public AgentDiagnostics(
        AgentTask task,
        bool hasPolicy,
        params ReadOnlySpan<(string Name, IFunctionApproximator Function)> functions
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        var parts = new List<(string, IDiagnosed)>();
        if (hasPolicy)
        {
            _policy = new PolicyStatistics(task.ActionCount);
            parts.Add(("", _policy));
            _change = new PolicyDivergence();
            parts.Add(("", _change));
        }

        foreach ((var name, IFunctionApproximator function) in functions)
        {
            if (function is NetworkApproximator network)
            {
                var interval = task.Diagnoses ? ApproximatorDiagnostics.StandardInterval : 0;
                parts.Add((name, new ApproximatorDiagnostics(network, interval)));
            }
        }

        _parts = new JoinedDiagnostics([.. parts]);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => _parts.DiagnosticNames;

    /// <summary>Takes in the policy in a state that was met while learning.</summary>
    /// <param name="probabilities">pi(a | s), one number an action.</param>
    public void ObservePolicy(ReadOnlySpan<float> probabilities) => _policy?.Observe(probabilities);

    /// <summary>Takes in how far the probability of an action has moved since it was taken.</summary>
    /// <param name="logRatio">log pi(a | s) less what it was.</param>
    /// <param name="clip">The clipping range; null for none.</param>
    public void ObserveChange(double logRatio, double? clip) => _change?.Observe(logRatio, clip);

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values) => _parts.TakeDiagnostics(values);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor) => _parts.VisitState(visitor);
}
