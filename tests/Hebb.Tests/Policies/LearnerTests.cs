using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Policies;
using Hebb.Snapshots;

namespace Hebb.Tests.Policies;

public sealed class LearnerTests : IDisposable
{
    private static readonly IEnvironment Cart = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
    private readonly TemporaryDirectory _temporary = new();

    private string Path => _temporary.New("agent.safetensors");

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("reward-ep")]
    [InlineData("ppo-ep")]
    [InlineData("policy-ep")]
    [InlineData("dqn-ep")]
    [InlineData("report-reward-ep-as-published")]
    public void A_saved_learner_goes_on_as_if_nothing_had_been(string name)
    {
        Learner uninterrupted = PolicyTests.Trained(name, steps: 700);
        uninterrupted.Save(Path);
        PolicyTests.Play(uninterrupted, CatalogueSet.Standard.CreateEnvironment("CartPole-v0"), steps: 600, seed: 11);
        Learner loaded = Learner.Load(Path);
        PolicyTests.Play(loaded, CatalogueSet.Standard.CreateEnvironment("CartPole-v0"), steps: 600, seed: 11);
        Assert.Equal(Bits(uninterrupted), Bits(loaded));
    }

    [Fact]
    public void A_learner_learns_what_the_training_loop_learns()
    {
        var entry = CatalogueSet.Standard.Agents.Find("reward-ep");
        var task = new AgentTask(
            CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v0").Specification,
            Steps: 20_000,
            Seed: 3
        );
        IParallelAgent agent = entry.Create(task);
        new TrainingLoop(
            agent,
            () => CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v0"),
            seed: 3,
            environmentSeed: 4
        ).Run(700);
        Assert.Equal(StateBits(agent), Bits(PolicyTests.Trained("reward-ep", steps: 700)));
    }

    [Fact]
    public void With_more_steps_it_goes_on_after_the_end_of_its_schedules()
    {
        var definition = new AgentDefinition("ppo", Cart.Specification, steps: 256).WithSettings(
            """{ "environments": 1, "rolloutSteps": 128, "minibatch": 32, "annealsLearningRate": true }"""
        );
        var learner = new Learner(definition);
        PolicyTests.Play(learner, CatalogueSet.Standard.CreateEnvironment("CartPole-v0"), steps: 256);
        learner.Save(Path);
        var before = Parameters(learner);
        Assert.Equal(before, Parameters(PlayedOn(Learner.Load(Path))));
        Assert.NotEqual(before, Parameters(PlayedOn(Learner.Load(Path, steps: 2000))));

        static Learner PlayedOn(Learner learner)
        {
            PolicyTests.Play(learner, CatalogueSet.Standard.CreateEnvironment("CartPole-v0"), steps: 256);
            return learner;
        }
    }

    [Fact]
    public void An_agent_of_several_environments_says_what_to_do()
    {
        var learner = new Learner(new AgentDefinition("ppo-ep", Cart.Specification));
        var refusal = Assert.Throws<InvalidOperationException>(() => learner.Act([0, 0, 0, 0]));
        Assert.Contains("set environments to 1, or use Agent", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_before_an_action_is_refused()
    {
        Learner learner = PolicyTests.Trained("reward", steps: 5);
        Assert.Throws<InvalidOperationException>(() => learner.Observe([0, 0, 0, 0], new StepResult(1, false, false)));
    }

    [Theory]
    [InlineData("""{ "traceDecay": 2 }""", "settings: traceDecay: 2; a number from 0 to below 1")]
    [InlineData("""{ "traceDekay": 0.9 }""", "settings: traceDekay: no such setting; did you mean traceDecay?")]
    [InlineData("""{ "traceDecay" """, "settings: ")]
    [InlineData("[]", "settings: ")]
    public void Impossible_settings_are_refused_in_a_line(string json, string expected)
    {
        var definition = new AgentDefinition("reward-ep", Cart.Specification);
        var refusal = Assert.Throws<ArgumentException>(() => definition.WithSettings(json));
        Assert.StartsWith(expected, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Your_own_environment_needs_no_name_in_a_catalogue()
    {
        var own = new EnvironmentSpecification(
            "Corridor",
            new BoxSpace([float.NegativeInfinity, 0], [float.PositiveInfinity, 1]),
            new DiscreteSpace(3),
            StepLimit: null,
            SolvedAt: null
        );
        var learner = new Learner(new AgentDefinition("reward-ep", own, seed: ulong.MaxValue));
        var first = learner.Act([0.5f, 1]);
        learner.Save(Path);
        Policy policy = Policy.Load(Path);
        Assert.InRange(first, 0, 2);
        Assert.Equal(3, policy.ActionCount);
        Assert.Equal(ulong.MaxValue, policy.Definition.Task.Seed);
        Assert.Equal(own.Observations.Low, policy.Definition.Task.Environment.Observations.Low);
        Assert.Equal("Corridor", policy.Definition.Task.Environment.Name);
    }

    private static string[] Bits(Learner learner) => StateBits(learner.Agent);

    private static string[] StateBits(IStateful subject) =>
        [
            .. StateSnapshot
                .Of(subject)
                .Entries.Select(entry => $"{entry.Name} {Convert.ToHexString(entry.Bytes.AsSpan())}"),
        ];

    private static string[] Parameters(Learner learner) =>
        [
            .. StateSnapshot
                .Of(learner.Agent)
                .Parameters()
                .Entries.Select(entry => $"{entry.Name} {Convert.ToHexString(entry.Bytes.AsSpan())}"),
        ];
}
