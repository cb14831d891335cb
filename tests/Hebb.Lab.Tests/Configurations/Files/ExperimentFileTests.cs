using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Agents.FreeEnergy;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Lab.Tests.Configurations.Files;

public sealed class ExperimentFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_left_out_is_as_tuned()
    {
        ExperimentFile file = Load(
            """{"environment": {"name": "CartPole-v1"}, "agent": {"name": "ppo-ep", "epochs": 3}}"""
        );
        AgentConfiguration tuned = ExperimentFile.Of("ppo-ep", "CartPole-v1").AgentConfiguration;
        JsonObject expected = tuned.Json;
        expected["agent"]!["epochs"] = 3;
        Assert.Equal(expected.ToJsonString(), file.AgentConfiguration.Json.ToJsonString());
        Assert.NotEqual(tuned.Hash, file.AgentConfiguration.Hash, StringComparer.Ordinal);
        Assert.Equal("0..4", file.Seeds.ToString());
        Assert.Null(file.Sweep);
        Assert.Equal(200_000, file.AgentConfiguration.Steps);
    }

    [Fact]
    public void The_name_and_the_seeds_change_no_hash()
    {
        ExperimentFile named = Load(
            """{"name": "other", "environment": {"name": "CartPole-v1"}, "agent": {"name": "dqn"}, "seeds": "7,9"}"""
        );
        Assert.Equal("other", named.Name);
        Assert.Equal([7UL, 9UL], named.Seeds.Values);
        Assert.Equal(ExperimentFile.Of("dqn", "CartPole-v1").AgentConfiguration.Hash, named.AgentConfiguration.Hash);
        Assert.Matches("^[0-9a-f]{12}$", named.AgentConfiguration.Hash);
    }

    [Fact]
    public void The_order_of_a_file_its_comments_and_its_mark_change_nothing()
    {
        AgentConfiguration one = Load(
            "\uFEFF{ /* a */ \"agent\": {\"clip\": 0.3, \"name\": \"ppo\"}, // b\n \"environment\": {\"name\": \"CartPole-v0\",},}"
        ).AgentConfiguration;
        AgentConfiguration other = Load(
            """{"environment": {"name": "CartPole-v0"}, "agent": {"name": "ppo", "clip": 3e-1}}"""
        ).AgentConfiguration;
        Assert.Equal(one.Hash, other.Hash);
    }

    [Fact]
    public void A_shortened_path_is_every_setting_of_that_name_below()
    {
        AgentConfiguration by = Resolve("ppo-ep", ("agent.beta", 0.4));
        Assert.Equal(by.Hash, Resolve("ppo-ep", ("agent.actor.beta", 0.4), ("agent.critic.beta", 0.4)).Hash);
        Assert.Equal(by.Hash, Resolve("ppo-ep", ("beta", 0.4)).Hash);
        Assert.NotEqual(by.Hash, Resolve("ppo-ep", ("agent.actor.beta", 0.4)).Hash, StringComparer.Ordinal);

        // Where the agent has one of its own, that alone is meant.
        AgentConfiguration own = Resolve("reward-ep", ("agent.learningRate", 0.01));
        Assert.Equal(0.01, (double)own.Json["agent"]!["learningRate"]!);
    }

    [Fact]
    public void The_actor_of_free_energies_has_its_network_and_its_steps_in_one_part()
    {
        AgentConfiguration configuration = Resolve(
            "policy-ep",
            ("agent.actor.temperature", 2),
            ("agent.actor.learningRate", 0.01)
        );
        var settings = (FreeEnergyPolicySettings)configuration.Settings;
        Assert.Equal(2, settings.Actor.Policy.Network.Temperature);
        Assert.Equal(0.01, settings.Actor.Optimizer.LearningRate);
        Assert.NotEqual(0.01, settings.Critic.Optimizer.LearningRate);
    }

    [Fact]
    public void Another_choice_keeps_what_both_have_and_has_its_own_settings()
    {
        RunConfiguration other = Resolve(
            "dqn-ep",
            ("agent.estimator.name", "one-sided"),
            ("agent.relaxation.name", "anderson"),
            ("agent.relaxation.window", 3),
            ("agent.optimizer.name", "sgd")
        );
        JsonNode network = other.Json["agent"]!["approximator"]!;
        Assert.Equal("""{"name":"one-sided","beta":2}""", network["estimator"]!.ToJsonString());
        Assert.Equal(3, (int)network["relaxation"]!["window"]!);
        Assert.Equal(2, (int)network["relaxation"]!["freeSweeps"]!);
        Assert.Equal(
            """{"name":"sgd","learningRate":0.003,"gradientNorm":"infinity","momentum":0}""",
            network["optimizer"]!.ToJsonString()
        );
        RecordException refused = Assert.Throws<RecordException>(() => Resolve("ppo", ("agent.beta", 0.1)));
        Assert.StartsWith("agent.beta: no such setting", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent.beta", "0.3")]
    [InlineData("agent.beta", "\"much\"")]
    [InlineData("agent.actor.beta", "0.3")]
    [InlineData("agent.hidden", "[8]")]
    [InlineData("agent.learningRate", "0.01")]
    [InlineData("agent.actor.learningRate", "-1")]
    [InlineData("agent.window", "3")]
    [InlineData("agent.epochs", "3")]
    public void A_path_means_the_same_in_a_file_and_over_it(string path, string value)
    {
        (string, JsonNode?) setting = (path, JsonNode.Parse(value));
        JsonObject file = JsonNode
            .Parse("""{"environment": {"name": "CartPole-v1"}, "agent": {"name": "ppo-ep", "actor": {}}}""")!
            .AsObject();
        var plain = file.ToJsonString();
        JsonObject part = file;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            part = part[name]!.AsObject();
        }

        part[names[^1]] = JsonNode.Parse(value);
        Assert.Equal(Outcome(() => Load(plain, setting)), Outcome(() => Load(file.ToJsonString())));
    }

    [Fact]
    public void What_is_said_of_one_part_holds_over_what_is_said_of_all()
    {
        JsonNode agent = Load(
            """
            {
              "environment": {"name": "CartPole-v1"},
              "agent": {
                "name": "ppo-ep", "actor": { "estimator": { "name": "one-sided", "beta": 0.7 } }, "beta": 0.3,
                "critic": { "learningRate": 0.5 }, "learningRate": 0.25,
              },
            }
            """
        ).AgentConfiguration.Json["agent"]!;
        Assert.Equal(
            (0.7, 0.3),
            (Number(agent["actor"]!["estimator"]!["beta"]), Number(agent["critic"]!["estimator"]!["beta"]))
        );
        Assert.Equal(
            (0.25, 0.5),
            (
                Number(agent["actor"]!["optimizer"]!["learningRate"]),
                Number(agent["critic"]!["optimizer"]!["learningRate"])
            )
        );
    }

    private static double Number(JsonNode? node) => (double)node!;

    // The configuration, or what is said of the setting behind the name of the file.
    private static string Outcome(Func<ExperimentFile> load)
    {
        try
        {
            return load().Configuration.Json.ToJsonString();
        }
        catch (RecordException exception)
        {
            return exception.Message[(exception.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        }
    }

    [Theory]
    [InlineData(
        "\"estimator\": \"symmetric\"",
        "agent.actor.estimator: \"symmetric\"; write agent.actor.estimator.name"
    )]
    [InlineData("\"flowStep\": 0.1", "agent.actor.flowStep: 0.1; write agent.actor.relaxation.step")]
    public void A_file_of_the_old_form_is_told_what_to_write(string setting, string expected)
    {
        var file =
            """{"environment": {"name": "CartPole-v1"}, "agent": {"name": "ppo-ep", "actor": {SETTING}}}""".Replace(
                "SETTING",
                setting,
                StringComparison.Ordinal
            );
        RecordException refused = Assert.Throws<RecordException>(() => Load(file));
        Assert.EndsWith(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void The_later_override_counts_and_another_agent_is_tuned_anew()
    {
        ExperimentFile file = Load(
            """{"environment": {"name": "CartPole-v1"}, "agent": {"name": "ppo-ep"}}""",
            ("agent.epochs", 3),
            ("agent.epochs", 4)
        );
        Assert.Equal(4, (int)file.AgentConfiguration.Json["agent"]!["epochs"]!);
        var other = (AgentConfiguration)file.Resolve([("agent.name", "ppo")]);
        Assert.Equal("ppo", other.Agent.Name);
        Assert.Equal("ppo-CartPole-v1", other.Name);
        Assert.Equal(4, (int)other.Json["agent"]!["epochs"]!);
        Assert.Equal(Resolve("ppo", ("agent.epochs", 4)).Hash, other.Hash);
    }

    [Fact]
    public void Tuned_schedules_follow_the_budget()
    {
        AgentConfiguration episodes = ExperimentFile
            .Of("dqn-ep", "Acrobot-v1", [("budget.episodes", 100)])
            .AgentConfiguration;
        Assert.Null(episodes.Steps);
        Assert.Equal(100, episodes.Episodes);
        Assert.Equal(50_000, episodes.ScheduleSteps);
        Assert.Equal(42_500, (long)episodes.Json["agent"]!["exploration"]!["steps"]!);
        Assert.Equal("""{"episodes":100}""", episodes.Json["budget"]!.ToJsonString());
        AgentConfiguration steps = ExperimentFile
            .Of("dqn-ep", "Acrobot-v1", [("budget.steps", 20_000)])
            .AgentConfiguration;
        Assert.Equal(17_000, (long)steps.Json["agent"]!["exploration"]!["steps"]!);
    }

    [Fact]
    public void An_environment_can_have_another_limit_other_units_and_the_seed_of_the_run()
    {
        AgentConfiguration configuration = Resolve(
            "ppo",
            ("environment.stepLimit", 7),
            ("environment.observationScales", JsonNode.Parse("[1, 1, 1, 1]")),
            ("environment.seeding", "run")
        );
        Assert.Equal(7, configuration.CreateEnvironment().Specification.StepLimit);
        Assert.Equal(5UL, configuration.EnvironmentSeed(5));
        Assert.Equal(RandomStreams.Environments(5), Resolve("ppo").EnvironmentSeed(5));
        var lengths = new List<int>();
        new TrainingLoop(
            configuration.CreateAgent(5),
            configuration.CreateEnvironment,
            5,
            configuration.EnvironmentSeed(5)
        ).Run(400, end => lengths.Add(end.Length));
        Assert.All(lengths, length => Assert.InRange(length, 1, 7));
    }

    [Theory]
    [InlineData("fixed-point")]
    [InlineData("gradient-flow")]
    [InlineData("momentum")]
    [InlineData("anderson")]
    public void An_agent_learns_with_every_relaxation(string relaxation) =>
        Learns(
            Resolve(
                "ppo-ep",
                ("agent.relaxation.name", relaxation),
                ("agent.freeSweeps", 10),
                ("agent.rolloutSteps", 32)
            )
        );

    [Theory]
    [MemberData(nameof(Estimators))]
    public void An_agent_learns_with_every_estimator_or_it_is_refused_in_a_line(string estimator)
    {
        (string Path, JsonNode? Value)[] small =
        [
            ("agent.hidden", JsonNode.Parse("[4]")),
            ("agent.epochs", 1),
            ("agent.minibatch", 32),
            ("agent.environments", 1),
        ];
        Learns(
            ExperimentFile
                .Of("ppo-ep", "CartPole-v1", [.. small, ("agent.critic.estimator.name", estimator)])
                .AgentConfiguration
        );
        if (estimator is not ("holomorphic" or "contrastive-hebbian" or "coupled-learning"))
        {
            Learns(
                ExperimentFile
                    .Of("ppo-ep", "CartPole-v1", [.. small, ("agent.estimator.name", estimator)])
                    .AgentConfiguration
            );
            return;
        }

        RecordException refused = Assert.Throws<RecordException>(() =>
            Resolve("ppo-ep", ("agent.estimator.name", estimator))
        );
        Assert.StartsWith(
            $"agent.actor.estimator.name: {estimator}; one that learns",
            refused.Message,
            StringComparison.Ordinal
        );
        refused = Assert.Throws<RecordException>(() => Resolve("dqn-ep", ("agent.estimator.name", estimator)));
        Assert.StartsWith("agent.approximator.estimator.name:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_learns_with_every_optimizer_and_cost()
    {
        Learns(Resolve("ppo-ep", ("agent.optimizer.name", "sgd"), ("agent.momentum", 0.9)));
        Learns(Resolve("policy-ep", ("agent.optimizer.name", "sgd")));
        Learns(Resolve("ppo", ("agent.cost", "policy-gradient")));
        Learns(Resolve("ppo", ("agent.cost", "chosen-logit")));
        Learns(Resolve("dqn", ("agent.cost", "temporal-difference"), ("agent.learningStart", 50)));
        Learns(
            Resolve(
                "policy-ep",
                ("agent.actor.hidden", JsonNode.Parse("[8, 8]")),
                ("agent.relaxation.name", "anderson")
            )
        );
        Learns(Resolve("reward-ep", ("agent.hidden", JsonNode.Parse("[8, 8]"))));
        Learns(Resolve("reward-ep", ("agent.activation", "hard-sigmoid"), ("agent.restart", null)));
        Learns(Resolve("report-dqn-ep-as-published", ("agent.settling.beta", 0.1)));
    }

    public static TheoryData<string> Estimators { get; } = [.. Hebb.Catalogues.CatalogueSet.Standard.Estimators.Names];

    private static void Learns(AgentConfiguration configuration)
    {
        IParallelAgent agent = configuration.CreateAgent(1);
        new TrainingLoop(agent, configuration.CreateEnvironment, 1).Run(600);
        Assert.True(agent.IsFinite);
    }

    private static AgentConfiguration Resolve(string agent, params (string Path, JsonNode? Value)[] values) =>
        ExperimentFile.Of(agent, "CartPole-v1", values).AgentConfiguration;

    private ExperimentFile Load(string text, params (string Path, JsonNode? Value)[] overrides)
    {
        var path = _directory.New("experiment.json");
        File.WriteAllText(path, text);
        return ExperimentFile.Load(path, overrides);
    }
}
