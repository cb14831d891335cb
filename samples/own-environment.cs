#:project ../src/Hebb/Hebb.csproj
// An environment of your own, and an agent that learns in it: a lamp shows where to go, left or right, ten times an episode.
//
// It prints:
//   untrained: about half of the steps are right
//   trained: 10 of 10 steps are right
using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Policies;
using Hebb.Snapshots;

var lamp = new Lamp();
var learner = new Learner(new AgentDefinition("reward-ep", lamp.Specification, steps: 20_000, seed: 2));
Console.WriteLine(
    $"untrained: {(Right(learner.ToPolicy().Sample, 100) is > 3 and < 7 ? "about half" : "not half")} of the steps are right"
);
Play(learner.Act, learner.Observe, episodes: 1000);
Console.WriteLine($"trained: {Right(learner.ToPolicy().Act, 100):F0} of 10 steps are right");

double Right(Act act, int episodes) => Play(act, (_, in _) => { }, episodes);

double Play(Act act, Observe observe, int episodes)
{
    var observation = new float[2];
    double sum = 0;
    lamp.Reset(seed: 1, observation);
    for (var episode = 0; episode < episodes; episode++)
    {
        StepResult result;
        do
        {
            result = lamp.Step(act(observation), observation);
            observe(observation, result);
            sum += result.Reward;
        } while (!result.EpisodeEnded);

        lamp.Reset(observation);
    }

    return sum / episodes;
}

internal delegate int Act(ReadOnlySpan<float> observation);

internal delegate void Observe(ReadOnlySpan<float> nextObservation, in StepResult result);

internal sealed class Lamp : IEnvironment
{
    private readonly double[] _state = new double[1];
    private Pcg64 _random = new(0);
    private int _steps;

    public EnvironmentSpecification Specification { get; } =
        new("Lamp", new BoxSpace([0, 0], [1, 1]), new DiscreteSpace(2), StepLimit: 10, SolvedAt: 9.9);

    public ReadOnlySpan<double> State => _state;

    public void Reset(ulong seed, Span<float> observation)
    {
        _random = new Pcg64(seed);
        Reset(observation);
    }

    public void Reset(Span<float> observation)
    {
        _steps = 0;
        Show(observation);
    }

    public StepResult Step(int action, Span<float> observation)
    {
        double reward = action == (int)_state[0] ? 1 : 0;
        _steps++;
        Show(observation);
        return new StepResult(reward, Terminated: false, Truncated: _steps == 10);
    }

    public Scene Draw() => new(0, 0, 1, 1, []);

    // All that the next step depends on: a run that is interrupted goes on with the same bits.
    public void VisitState(StateVisitor visitor)
    {
        visitor.Part("random", _random);
        visitor.Numbers<double>("state", _state);
        visitor.Number("steps", ref _steps);
    }

    private void Show(Span<float> observation)
    {
        _state[0] = _random.NextInteger(2);
        observation.Clear();
        observation[(int)_state[0]] = 1;
    }
}
