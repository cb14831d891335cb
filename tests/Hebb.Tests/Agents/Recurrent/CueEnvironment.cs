using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Recurrent;

/// <summary>
/// A cue of two at the first step, then steps that show nothing, then one that asks: 1 for the action that the cue named, otherwise -1.
/// Whoever forgets answers by chance.
/// </summary>
/// <param name="blanks">The steps between cue and question; at least 0.</param>
internal sealed class CueEnvironment(int blanks) : IEnvironment
{
    private const int Question = 2;

    private Pcg64 _random = new(0);
    private readonly double[] _state = new double[2];

    public EnvironmentSpecification Specification { get; } =
        new("Cue", new BoxSpace([0, 0, 0], [1, 1, 1]), new DiscreteSpace(2), StepLimit: null, SolvedAt: null);

    public ReadOnlySpan<double> State => _state;

    public void Reset(ulong seed, Span<float> observation)
    {
        _random = new Pcg64(seed);
        Reset(observation);
    }

    public void Reset(Span<float> observation)
    {
        _state[0] = _random.NextInteger(2);
        _state[1] = 0;
        observation.Clear();
        observation[(int)_state[0]] = 1;
    }

    public StepResult Step(int action, Span<float> observation)
    {
        observation.Clear();
        if (_state[1] > blanks)
        {
            return new StepResult(action == (int)_state[0] ? 1 : -1, Terminated: true, Truncated: false);
        }

        _state[1]++;
        observation[Question] = _state[1] > blanks ? 1 : 0;
        return new StepResult(0, Terminated: false, Truncated: false);
    }

    public Scene Draw() => new(0, 0, 1, 1, []);

    public void VisitState(StateVisitor visitor)
    {
        visitor.Part("random", _random);
        visitor.Numbers<double>("state", _state);
    }
}
