using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Dqn;

/// <summary>One step an episode: rewarded with 1 where the action is the number that is observed, as a one-hot code.</summary>
internal sealed class Echo(int actions) : IEnvironment
{
    private readonly double[] _state = new double[1];
    private Pcg64? _random;

    public EnvironmentSpecification Specification { get; } =
        new(
            "Echo",
            new BoxSpace([.. Enumerable.Repeat(0f, actions)], [.. Enumerable.Repeat(1f, actions)]),
            new DiscreteSpace(actions),
            StepLimit: 1,
            SolvedAt: null
        );

    public ReadOnlySpan<double> State => _state;

    public void Reset(ulong seed, Span<float> observation)
    {
        _random = new Pcg64(seed);
        Reset(observation);
    }

    public void Reset(Span<float> observation)
    {
        _state[0] = _random!.NextInteger(actions);
        observation.Clear();
        observation[(int)_state[0]] = 1;
    }

    public StepResult Step(int action, Span<float> observation)
    {
        observation.Clear();
        return new StepResult(action == (int)_state[0] ? 1 : 0, Terminated: true, Truncated: false);
    }

    public Scene Draw() => new(0, 0, 1, 1, []);

    public void VisitState(StateVisitor visitor)
    {
        visitor.Part("random", _random!);
        visitor.Numbers<double>("state", _state);
    }
}
