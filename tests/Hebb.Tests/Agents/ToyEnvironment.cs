using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents;

/// <summary>Episodes of one step: one of as many observations as there are actions, one-hot, and a reward for the action.</summary>
/// <param name="actions">How many of each.</param>
/// <param name="reward">The reward of an action in answer to an observation.</param>
/// <param name="isTruncated">Whether a time limit ends the episodes, and not the task.</param>
internal sealed class ToyEnvironment(int actions, Func<int, int, double> reward, bool isTruncated = false)
    : IEnvironment
{
    private Pcg64 _random = new(0);
    private readonly double[] _state = new double[1];

    public EnvironmentSpecification Specification { get; } =
        new(
            "Toy",
            new BoxSpace([.. Enumerable.Repeat(0f, actions)], [.. Enumerable.Repeat(1f, actions)]),
            new DiscreteSpace(actions),
            StepLimit: isTruncated ? 1 : null,
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
        _state[0] = _random.NextInteger(actions);
        Show(observation);
    }

    public StepResult Step(int action, Span<float> observation)
    {
        Show(observation);
        return new StepResult(reward((int)_state[0], action), !isTruncated, isTruncated);
    }

    private void Show(Span<float> observation)
    {
        observation.Clear();
        observation[(int)_state[0]] = 1;
    }

    public Scene Draw() => new(0, 0, 1, 1, []);

    public void VisitState(StateVisitor visitor)
    {
        visitor.Part("random", _random);
        visitor.Numbers<double>("state", _state);
    }
}
