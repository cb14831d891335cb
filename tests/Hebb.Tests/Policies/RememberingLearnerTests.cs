using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Policies;
using Hebb.Snapshots;

namespace Hebb.Tests.Policies;

/// <summary>Agents with memories as a program of one's own uses them: it tells them of beginnings and of results.</summary>
public sealed class RememberingLearnerTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    // Inputs of latches, for an agent that has no memory of its own.
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["ppo-ep"] =
            """{ "environments": 1, "rolloutSteps": 64, "minibatch": 32, "memory": { "latches": { "units": 8 }, "reservoir": { "units": 8 } } }""",
        ["reward-ep"] = """{ "memory": { "traces": { "count": 3 } } }""",
    };

    public static TheoryData<string> Names => ["memory-ep", "gates-ep", "recall-ep", "ppo-ep", "reward-ep"];

    private string Path => _temporary.New("agent.safetensors");

    public void Dispose() => _temporary.Dispose();

    // A loop tells at the end of an episode what the next one begins with; a program tells it when it asks for an action.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_learner_with_memories_learns_what_the_training_loop_learns(string name)
    {
        AgentDefinition definition = Definition(name, Maze);
        IParallelAgent looped = definition.Create();
        new TrainingLoop(looped, Maze, seed: 3, environmentSeed: 4).Run(400);
        var learner = new Learner(definition);
        PolicyTests.Play(learner, Maze(), steps: 400);
        Assert.Equal(Parameters(looped), Parameters(learner.Agent));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_that_was_saved_within_an_episode_goes_on_as_if_nothing_had_been(string name)
    {
        var uninterrupted = new Learner(Definition(name, Maze));
        IEnvironment environment = Maze();
        PolicyTests.Play(uninterrupted, environment, steps: 153);
        uninterrupted.Save(Path);
        Learner loaded = Learner.Load(Path);
        PolicyTests.Play(uninterrupted, Maze(), steps: 200, seed: 11);
        PolicyTests.Play(loaded, Maze(), steps: 200, seed: 11);
        Assert.Equal(Bits(uninterrupted.Agent), Bits(loaded.Agent));
    }

    [Theory]
    [InlineData("memory-ep")]
    [InlineData("gates-ep")]
    [InlineData("ppo-ep")]
    public void A_loaded_policy_acts_as_the_agent_does_and_forgets_where_an_episode_begins(string name)
    {
        var learner = new Learner(Definition(name, Maze));
        PolicyTests.Play(learner, Maze(), steps: 2000);
        learner.Save(Path);
        Policy policy = Policy.Load(Path);
        Assert.True(policy.Remembers);
        var own = new EvaluatedPolicy(learner.Agent, policy.ObservationSize, samples: false);
        List<int> expected = Episode(Maze, own.Begin, seen => own.Act(seen), own.Observe);
        List<int> played = Episode(Maze, policy.Begin, seen => policy.Act(seen), policy.Observe);
        Assert.Equal(expected, played);
        Assert.Equal(expected, Episode(Maze, policy.Begin, seen => policy.Act(seen), policy.Observe));
        Policy copy = policy.Copy();
        Assert.Equal(expected, Episode(Maze, copy.Begin, seen => copy.Act(seen), copy.Observe));

        // Weights of memories that are not learned are parameters too.
        var weights = _temporary.New("policy.safetensors");
        AgentFile.ExportParameters(Path, weights);
        Policy exported = Policy.Load(weights);
        Assert.Equal(expected, Episode(Maze, exported.Begin, seen => exported.Act(seen), exported.Observe));
    }

    [Fact]
    public void A_policy_that_recalls_has_to_be_told_of_results()
    {
        var learner = new Learner(Definition("recall-ep", Room));
        PolicyTests.Play(learner, Room(), steps: 3000);
        learner.Save(Path);
        Policy policy = Policy.Load(Path);
        List<int> told = Episode(Room, policy.Begin, seen => policy.Act(seen), policy.Observe);
        Assert.Equal(told, Episode(Room, policy.Begin, seen => policy.Act(seen), policy.Observe));
        List<int> untold = Episode(Room, policy.Begin, seen => policy.Act(seen), (_, in _) => { });
        Assert.NotEqual(told, untold);
    }

    [Theory]
    [InlineData("memory-ep")]
    [InlineData("recall-ep")]
    [InlineData("ppo-ep")]
    public void A_step_allocates_nothing(string name)
    {
        Policy policy = new Learner(Definition(name, Maze)).ToPolicy();
        var observation = new float[policy.ObservationSize];
        Steps(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Steps(100);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Steps(int times)
        {
            for (var time = 0; time < times; time++)
            {
                policy.Act(observation);
                policy.Observe(observation, new StepResult(1, false, false));
                policy.Sample(observation);
                policy.Observe(observation, new StepResult(1, false, false));
            }
        }
    }

    private delegate void Told(ReadOnlySpan<float> next, in StepResult result);

    private static List<int> Episode(Func<IEnvironment> create, Action begin, Func<float[], int> act, Told observe)
    {
        IEnvironment environment = create();
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(9, observation);
        begin();
        List<int> actions = [];
        for (var step = 0; step < 60; step++)
        {
            actions.Add(act(observation));
            StepResult result = environment.Step(actions[^1], observation);
            observe(observation, result);
            if (result.EpisodeEnded)
            {
                break;
            }
        }

        return actions;
    }

    private static AgentDefinition Definition(string name, Func<IEnvironment> create)
    {
        var definition = new AgentDefinition(name, create().Specification, steps: 5000, seed: 3);
        return Settings.TryGetValue(name, out var json) ? definition.WithSettings(json) : definition;
    }

    private static IEnvironment Maze() => CatalogueSet.Standard.CreateEnvironment("TMaze-v0");

    // An episode is a trial: many attempts in one room.
    private static IEnvironment Room() =>
        new OpenLockEnvironment(
            new OpenLockOptions
            {
                AttemptLimit = 30,
                Episode = EpisodeSpan.Trial,
                ObservesStep = true,
                ObservesFound = true,
            }
        );

    private static string[] Bits(IStateful subject) => Texts(StateSnapshot.Of(subject));

    private static string[] Parameters(IStateful subject) => Texts(StateSnapshot.Of(subject).Parameters());

    private static string[] Texts(StateSnapshot snapshot) =>
        [.. snapshot.Entries.Select(entry => $"{entry.Name} {Convert.ToHexString(entry.Bytes.AsSpan())}")];
}
