using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests;

/// <summary>Plays two environments, at random at first and ever better later; tells how, and diverges when told to.</summary>
internal sealed class ToyParallelAgent(AgentTask task, int divergeAfter = int.MaxValue, double slowness = 30)
    : IGreedyAgent,
        IDiagnosed
{
    private readonly Pcg64 _random = new(task.Seed);
    private int _episodes;
    private int _steps;

    public int EnvironmentCount => 2;

    public bool IsFinite => _episodes < divergeAfter;

    public ImmutableArray<string> DiagnosticNames => ["steps", "nothing"];

    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        for (var row = 0; row < actions.Length; row++)
        {
            actions[row] =
                _random.NextDouble() * slowness < _episodes ? Best(observations[row]) : _random.NextInteger(2);
        }
    }

    public void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions) =>
        actions[0] = Best(observations[0]);

    public void Observe(in ParallelSteps steps)
    {
        _steps++;
        for (var row = 0; row < EnvironmentCount; row++)
        {
            _episodes += steps.Terminated[row] || steps.Truncated[row] ? 1 : 0;
        }
    }

    public void TakeDiagnostics(Span<double> values)
    {
        values[0] = _steps == 0 ? double.NaN : _steps;
        values[1] = double.NaN;
        _steps = 0;
    }

    private static int Best(ReadOnlySpan<float> observation) => observation[2] + observation[3] > 0 ? 1 : 0;

    public void VisitState(StateVisitor visitor)
    {
        visitor.Part("random", _random);
        visitor.Number("episodes", ref _episodes);
        visitor.Number("steps", ref _steps);
    }
}
