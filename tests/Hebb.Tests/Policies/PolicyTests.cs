using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Policies;

namespace Hebb.Tests.Policies;

public sealed class PolicyTests : IDisposable
{
    private const string Place = "CartPole-v0";

    private static readonly CatalogueSet Known = CatalogueSet.Standard;
    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Agents =>
        [.. Known.Agents.Where(agent => agent.IsFor(Place)).Select(agent => agent.Name)];

    private string Path => _temporary.New("agent.safetensors");

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [MemberData(nameof(Agents))]
    public void A_policy_acts_as_the_agent_that_was_saved(string name)
    {
        Learner learner = Trained(name, steps: 700);
        learner.Save(Path);
        Policy loaded = Policy.Load(Path);
        Policy kept = learner.ToPolicy();
        Assert.Equal(learner.Agent is IGreedyAgent or IRememberingAgent, loaded.IsGreedy);
        foreach (var observation in Observations(seed: 5))
        {
            // An agent without best actions draws from its stream: both begin with the same.
            var action = kept.Act(observation);
            Assert.Equal(action, loaded.Act(observation));
            Assert.InRange(action, 0, loaded.ActionCount - 1);
            if (learner.Agent is IGreedyAgent greedy)
            {
                Assert.Equal(Greedy(greedy, learner.Definition, observation), action);
            }
        }
    }

    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("policy-ep")]
    [InlineData("reward-ep")]
    [InlineData("dqn-ep")]
    [InlineData("gru")]
    [InlineData("lstm")]
    [InlineData("rtrl")]
    [InlineData("rflo")]
    [InlineData("gates-ep")]
    [InlineData("recall-ep")]
    public void Parameters_alone_are_enough_to_act(string name)
    {
        Learner learner = Trained(name, steps: 900);
        learner.Save(Path);
        var weights = _temporary.New("policy.safetensors");
        AgentFile.ExportParameters(Path, weights);
        Policy whole = Policy.Load(Path);
        Policy parameters = Policy.Load(weights);
        Assert.All(
            Observations(seed: 6),
            observation => Assert.Equal(whole.Act(observation), parameters.Act(observation))
        );
        Assert.True(new FileInfo(weights).Length < new FileInfo(Path).Length / 2);
        var refusal = Assert.Throws<RecordException>(() => Learner.Load(weights));
        Assert.Contains("holds the parameters of " + name + " alone", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_whose_parameters_have_no_name_is_not_exported()
    {
        Trained("random", steps: 10).Save(Path);
        var refusal = Assert.Throws<RecordException>(() => AgentFile.ExportParameters(Path, _temporary.New("x")));
        Assert.Contains("has no parts named parameters", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_temporary.New("x")));
    }

    [Fact]
    public void Sampling_changes_no_best_action()
    {
        Learner learner = Trained("ppo-ep", steps: 600);
        Policy policy = learner.ToPolicy();
        float[][] observations = [.. Observations(seed: 7)];
        int[] before = [.. observations.Select(observation => policy.Act(observation))];
        int[] drawn = [.. observations.Select(observation => policy.Sample(observation))];
        Assert.Equal(before, observations.Select(observation => policy.Act(observation)));
        Assert.Equal([0, 1], drawn.Distinct().Order());
    }

    [Fact]
    public void A_copy_draws_the_same_and_one_with_a_seed_does_not()
    {
        Policy policy = Trained("ppo-ep", steps: 600).ToPolicy();
        float[][] observations = [.. Observations(seed: 8)];
        int[] first = Drawn(policy);
        Assert.Equal(first, Drawn(policy.Copy()));
        Assert.NotEqual(first, Drawn(policy.Copy(seed: 12)));
        Assert.Equal(Drawn(policy.Copy(seed: 12)), Drawn(policy.Copy(seed: 12)));
        Policy other = policy.Copy(seed: 13);
        Assert.All(observations, observation => Assert.Equal(policy.Act(observation), other.Act(observation)));

        int[] Drawn(Policy one) => [.. observations.Select(observation => one.Sample(observation))];
    }

    [Fact]
    public async Task Copies_act_on_threads_of_their_own()
    {
        Policy policy = Trained("reward-ep", steps: 600).ToPolicy();
        float[][] observations = [.. Observations(seed: 9)];
        int[] expected = [.. observations.Select(observation => policy.Act(observation))];
        int[][] found = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => policy.Copy())
                .Select(copy =>
                    Task.Run(() =>
                        Enumerable
                            .Range(0, 20)
                            .SelectMany(_ => observations.Select(observation => copy.Act(observation)))
                            .ToArray()
                    )
                )
        );
        Assert.All(found, actions => Assert.Equal(Enumerable.Range(0, 20).SelectMany(_ => expected), actions));
    }

    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("policy-ep")]
    [InlineData("reward-ep")]
    [InlineData("dqn-ep")]
    [InlineData("lstm")]
    [InlineData("rflo")]
    public void Acting_allocates_nothing(string name)
    {
        Policy policy = Trained(name, steps: 300).ToPolicy();
        float[] observation = [0.01f, 0.02f, -0.03f, 0.04f];
        Acts(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Acts(100);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Acts(int times)
        {
            for (var time = 0; time < times; time++)
            {
                policy.Act(observation);
                policy.Sample(observation);
            }
        }
    }

    [Fact]
    public void Another_observation_is_refused()
    {
        Policy policy = Trained("ppo", steps: 10).ToPolicy();
        var refusal = Assert.Throws<ArgumentException>(() => policy.Act([1, 2, 3]));
        Assert.Equal("observation: 3 numbers; the agent observes 4 (Parameter 'observation')", refusal.Message);
    }

    [Fact]
    public void A_damaged_or_foreign_file_is_refused_in_a_line()
    {
        Trained("reward-ep", steps: 10).Save(Path);
        var bytes = File.ReadAllBytes(Path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(Path, bytes);
        Refused("is damaged: its checksum does not match its contents");
        File.WriteAllBytes(Path, bytes[..^3]);
        Refused("is not a safetensors file");
        File.WriteAllText(Path, "weights");
        Refused("is not a safetensors file");
        File.Delete(Path);
        Refused("cannot be read");
        Directory.CreateDirectory(Path);
        Refused("checkpoint.safetensors cannot be read");

        void Refused(string reason)
        {
            var refusal = Assert.Throws<RecordException>(() => Policy.Load(Path));
            Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [Fact]
    public void An_agent_of_your_own_needs_its_catalogue()
    {
        AgentEntry own = Known.Agents.Find("reward-ep") with { Name = "my-own" };
        CatalogueSet mine = Known with { Agents = Known.Agents.Add(own) };
        var learner = new Learner(
            new AgentDefinition("my-own", Known.CreateEnvironment(Place).Specification, catalogues: mine)
        );
        learner.Save(Path);
        Assert.Equal("my-own", Policy.Load(Path, mine).Definition.Entry.Name);
        var refusal = Assert.Throws<RecordException>(() => Policy.Load(Path));
        Assert.EndsWith(
            "is of the agent my-own, which is not in the catalogue of this program",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    internal static Learner Trained(string name, int steps)
    {
        IEnvironment environment = Known.CreateEnvironment(Place);
        var definition = new AgentDefinition(name, environment.Specification, steps: 20_000, seed: 3);
        if (definition.Create().EnvironmentCount > 1)
        {
            definition = definition.WithSettings(
                name is "gru" or "lstm" or "rnn"
                    ? """{ "environments": 1, "rolloutSteps": 64 }"""
                    : """{ "environments": 1, "rolloutSteps": 64, "minibatch": 32 }"""
            );
        }

        var learner = new Learner(definition);
        Play(learner, environment, steps);
        return learner;
    }

    internal static void Play(Learner learner, IEnvironment environment, int steps, ulong? seed = 4)
    {
        var observation = new float[environment.Specification.Observations.Size];
        if (seed is { } begun)
        {
            environment.Reset(begun, observation);
        }
        else
        {
            environment.Reset(observation);
        }

        for (var step = 0; step < steps; step++)
        {
            StepResult result = environment.Step(learner.Act(observation), observation);
            learner.Observe(observation, result);
            if (result.EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }
    }

    private static IEnumerable<float[]> Observations(ulong seed)
    {
        IEnvironment environment = Known.CreateEnvironment(Place);
        var observation = new float[4];
        environment.Reset(seed, observation);
        for (var step = 0; step < 60; step++)
        {
            yield return [.. observation];
            if (environment.Step(step % 3 == 0 ? 1 : 0, observation).EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }
    }

    private static int Greedy(IGreedyAgent agent, AgentDefinition definition, float[] observation)
    {
        float[] scaled =
        [
            .. observation.Select(
                (number, index) => (number - definition.Scaling.Centres[index]) * (1 / definition.Scaling.Scales[index])
            ),
        ];
        var actions = new int[1];
        agent.ActGreedily(new(scaled, scaled.Length), actions);
        return actions[0];
    }
}
