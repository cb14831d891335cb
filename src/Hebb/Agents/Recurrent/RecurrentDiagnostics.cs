using Hebb.Agents.Diagnostics;
using Hebb.Snapshots;

namespace Hebb.Agents.Recurrent;

/// <summary>
/// What an agent with a recurrent network tells of itself: <see cref="PolicyStatistics"/>; <c>critic_cost</c>, half the squared error of
/// what is read as a value; <c>gradient_norm</c>, the Euclidean norm of a gradient before it is limited.
/// </summary>
internal sealed class RecurrentDiagnostics : IDiagnosed
{
    private readonly PolicyStatistics _policy;
    private RunningMean _criticCost;
    private RunningMean _gradientNorm;

    /// <summary>Diagnostics of nothing yet.</summary>
    /// <param name="actions">How many actions there are; at least 2.</param>
    public RecurrentDiagnostics(int actions)
    {
        _policy = new PolicyStatistics(actions);
        DiagnosticNames = [.. _policy.DiagnosticNames, "critic_cost", "gradient_norm"];
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames { get; }

    /// <summary>Takes in the policy in a state that was met.</summary>
    /// <param name="probabilities">pi(a | s), one number an action.</param>
    public void ObservePolicy(ReadOnlySpan<float> probabilities) => _policy.Observe(probabilities);

    /// <summary>Takes in an error of the value that was read.</summary>
    public void ObserveValue(double error) => _criticCost.Add(error * error / 2);

    /// <summary>Takes in a gradient.</summary>
    public void ObserveGradient(ReadOnlySpan<float> gradient) => _gradientNorm.Add(TensorPrimitives.Norm(gradient));

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        _policy.TakeDiagnostics(values[..^2]);
        values[^2] = _criticCost.Take();
        values[^1] = _gradientNorm.Take();
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("policy", _policy);
        _criticCost.VisitState(visitor, "critic_cost");
        _gradientNorm.VisitState(visitor, "gradient_norm");
    }
}
