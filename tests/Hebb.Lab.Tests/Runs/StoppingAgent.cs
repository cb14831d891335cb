using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests.Runs;

/// <summary>Another agent, that cancels the run after some episodes: a stop that depends on no clock.</summary>
internal sealed class StoppingAgent(IParallelAgent inner, int episodes, CancellationTokenSource stop)
    : IGreedyAgent,
        IDiagnosed
{
    private int _left = episodes;

    public int EnvironmentCount => inner.EnvironmentCount;

    public bool IsFinite => inner.IsFinite;

    public ImmutableArray<string> DiagnosticNames => (inner as IDiagnosed)?.DiagnosticNames ?? [];

    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) => inner.Act(observations, actions);

    public void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions) =>
        ((IGreedyAgent)inner).ActGreedily(observations, actions);

    public void Observe(in ParallelSteps steps)
    {
        inner.Observe(steps);
        for (var row = 0; row < EnvironmentCount; row++)
        {
            _left -= steps.Terminated[row] || steps.Truncated[row] ? 1 : 0;
        }

        if (_left <= 0)
        {
            stop.Cancel();
        }
    }

    public void TakeDiagnostics(Span<double> values) => (inner as IDiagnosed)?.TakeDiagnostics(values);

    public void VisitState(StateVisitor visitor) => inner.VisitState(visitor);
}
