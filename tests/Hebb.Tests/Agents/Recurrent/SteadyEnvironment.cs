using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Recurrent;

/// <summary>Shows the same and gives 1 at every step, whatever is done.</summary>
/// <param name="length">The steps of an episode.</param>
/// <param name="isTruncated">Whether a time limit ends the episodes, and not the task.</param>
internal sealed class SteadyEnvironment(int length, bool isTruncated) : IEnvironment
{
    private readonly double[] _state = new double[1];

    public EnvironmentSpecification Specification { get; } =
        new("Steady", new BoxSpace([0], [1]), new DiscreteSpace(2), isTruncated ? length : null, SolvedAt: null);

    public ReadOnlySpan<double> State => _state;

    public void Reset(ulong seed, Span<float> observation) => Reset(observation);

    public void Reset(Span<float> observation)
    {
        _state[0] = 0;
        observation[0] = 1;
    }

    public StepResult Step(int action, Span<float> observation)
    {
        observation[0] = 1;
        bool ends = ++_state[0] == length;
        return new StepResult(1, ends && !isTruncated, ends && isTruncated);
    }

    public Scene Draw() => new(0, 0, 1, 1, []);

    public void VisitState(StateVisitor visitor) => visitor.Numbers<double>("state", _state);
}
