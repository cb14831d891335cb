using Hebb.Agents;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests.Runs;

/// <summary>Plays by its count of steps, and has a parameter that is no number from one of them on.</summary>
internal sealed class DivergingAgent(int at) : IParallelAgent
{
    private int _steps;

    public int EnvironmentCount => 1;

    public bool IsFinite => _steps < at;

    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) => actions[0] = _steps / 3 % 2;

    public void Observe(in ParallelSteps steps) => _steps++;

    public void VisitState(StateVisitor visitor) => visitor.Number("steps", ref _steps);
}
