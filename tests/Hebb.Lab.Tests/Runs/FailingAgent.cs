using Hebb.Agents;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests.Runs;

/// <summary>Breaks at its hundredth step.</summary>
internal sealed class FailingAgent : IParallelAgent
{
    private int _steps;

    public int EnvironmentCount => 1;

    public bool IsFinite => true;

    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) => actions[0] = _steps % 2;

    public void Observe(in ParallelSteps steps)
    {
        if (++_steps == 100)
        {
            throw new NotSupportedException("it is broken\nfor good.");
        }
    }

    public void VisitState(StateVisitor visitor) => visitor.Number("steps", ref _steps);
}
