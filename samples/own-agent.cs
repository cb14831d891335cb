#:project ../src/Hebb/Hebb.csproj
// An agent of your own in three methods: it climbs hills, keeping a random change of its policy where an episode got better.
// In a catalogue it is trained, saved and loaded like any other.
//
// It prints:
//   the saved policy balances the pole for 200 of 200 steps
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Policies;
using Hebb.Snapshots;

CatalogueSet known = CatalogueSet.Standard;
known = known with
{
    Agents = known.Agents.Add(
        new AgentEntry(
            "hill-climber",
            "Hill climber",
            "keeps what got better",
            task => new OneEnvironmentAgent(new HillClimber(task))
        )
    ),
};
IEnvironment cart = known.CreateEnvironment("CartPole-v0");
var learner = new Learner(new AgentDefinition("hill-climber", cart.Specification, seed: 1, catalogues: known));
Play(learner.Act, learner.Observe, episodes: 500);
learner.Save("hill-climber.safetensors");
Policy policy = Policy.Load("hill-climber.safetensors", known);
Console.WriteLine(
    $"the saved policy balances the pole for {Play(policy.Act, (_, in _) => { }, episodes: 1):F0} of 200 steps"
);
File.Delete("hill-climber.safetensors");

double Play(Act act, Observe observe, int episodes)
{
    var observation = new float[4];
    var steps = 0;
    cart.Reset(seed: 1, observation);
    for (var episode = 0; episode < episodes; episode++)
    {
        StepResult result;
        do
        {
            result = cart.Step(act(observation), observation);
            observe(observation, result);
            steps++;
        } while (!result.EpisodeEnded);

        cart.Reset(observation);
    }

    return (double)steps / episodes;
}

internal delegate int Act(ReadOnlySpan<float> observation);

internal delegate void Observe(ReadOnlySpan<float> nextObservation, in StepResult result);

internal sealed class HillClimber(AgentTask task) : IAgent
{
    private readonly float[] _best = new float[task.ObservationSize];
    private readonly float[] _tried = new float[task.ObservationSize];
    private readonly Pcg64 _random = RandomStreams.Policy(task.Seed);
    private double _bestReturn;
    private double _return;

    public bool IsFinite => true;

    public int Act(ReadOnlySpan<float> observation)
    {
        var sum = 0f;
        for (var index = 0; index < observation.Length; index++)
        {
            sum += _tried[index] * observation[index];
        }

        return sum > 0 ? 1 : 0;
    }

    public void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        _return += result.Reward;
        if (!result.EpisodeEnded)
        {
            return;
        }

        // What was best is only as good as its last episode: one that was lucky is left again.
        if (_return >= _bestReturn)
        {
            _tried.CopyTo(_best.AsSpan());
        }

        _bestReturn = Math.Max(_return, 0.99 * _bestReturn);
        var step = _bestReturn >= (task.Environment.StepLimit ?? double.MaxValue) ? 0 : 0.5;
        for (var index = 0; index < _best.Length; index++)
        {
            _tried[index] = _best[index] + (float)(step * ((2 * _random.NextDouble()) - 1));
        }

        _return = 0;
    }

    public void VisitState(StateVisitor visitor)
    {
        visitor.Numbers<float>("best", _best);
        visitor.Numbers<float>("tried", _tried);
        visitor.Part("random", _random);
        visitor.Number("best_return", ref _bestReturn);
        visitor.Number("return", ref _return);
    }
}
