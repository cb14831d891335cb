using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Lab.Tests.Configurations.Files;

public sealed class OverriddenEnvironmentTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> Agents =>
        [.. CatalogueSet.Standard.Agents.Where(agent => agent.Settings is not null).Select(agent => agent.Name)];

    [Theory]
    [MemberData(nameof(Agents))]
    public void A_new_file_in_another_environment_is_the_new_file_of_that_environment(string agent)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(agent);
        IReadOnlyList<string> environments = CatalogueSet.Standard.EnvironmentsOf(entry);
        (string Own, string Other)[] some =
        [
            (environments[0], environments[^1]),
            (environments[^1], environments[0]),
            (environments[environments.Count / 2], environments[0]),
        ];
        foreach ((var own, var other) in some.Where(pair => pair.Own != pair.Other).Distinct())
        {
            var path = Written(CommentedConfiguration.Of(agent, own));
            var overridden = ExperimentFile.Load(path, [("environment.name", other)]).AgentConfiguration;
            AgentConfiguration tuned = ExperimentFile.Of(agent, other).AgentConfiguration;
            Assert.Equal(tuned.Json.ToJsonString(), overridden.Json.ToJsonString());
            Assert.Equal(tuned.FolderName, overridden.FolderName);
        }
    }

    [Fact]
    public void A_sweep_over_environments_has_what_each_of_them_has()
    {
        ExperimentFile file = Load(CommentedConfiguration.Of("ppo-ep", "CartPole-v1"));
        var one = (AgentConfiguration)file.Resolve([("environment.name", "CartPole-v0")]);
        Assert.Equal(ExperimentFile.Of("ppo-ep", "CartPole-v0").AgentConfiguration.Hash, one.Hash);
        Assert.Equal(200, one.Environment.StepLimit);
    }

    [Fact]
    public void What_a_file_states_otherwise_stays()
    {
        var configuration = Load(
            """
            {
              "name": "mine",
              "environment": { "name": "CartPole-v1", "stepLimit": 300 },
              "agent": {
                "name": "ppo-ep", "clip": 0.3,
                "actor": { "estimator": { "name": "one-sided", "beta": 0.03 }, "optimizer": { "learningRate": 0.002 } },
              },
              "budget": { "steps": 5000 }, "evaluation": { "episodes": 3 },
            }
            """,
            ("environment.name", "Acrobot-v1")
        ).AgentConfiguration;
        Assert.Equal(
            ("mine", 300, 5000L),
            (configuration.Name, configuration.Environment.StepLimit, configuration.Steps)
        );
        Assert.Equal(6, configuration.Environment.ObservationScales.Length);
        Assert.Equal(3, configuration.Evaluation.Episodes);
        JsonNode agent = configuration.Json["agent"]!;
        Assert.Equal("0.3", agent["clip"]!.ToJsonString());
        Assert.Equal("\"one-sided\"", agent["actor"]!["estimator"]!["name"]!.ToJsonString());
        Assert.Equal("0.03", agent["actor"]!["estimator"]!["beta"]!.ToJsonString());
        Assert.Equal("0.002", agent["actor"]!["optimizer"]!["learningRate"]!.ToJsonString());
    }

    [Fact]
    public void What_is_given_beside_the_environment_is_taken_even_where_the_file_has_the_same()
    {
        var text = CommentedConfiguration.Of("ppo-ep", "CartPole-v1");
        var configuration = Load(
            text,
            ("environment.name", "CartPole-v0"),
            ("environment.stepLimit", 500),
            ("budget.steps", 200_000)
        ).AgentConfiguration;
        Assert.Equal((500, 200_000L), (configuration.Environment.StepLimit, configuration.Steps));
    }

    [Fact]
    public void What_was_stated_for_one_agent_stays_where_it_does_not_follow_for_another()
    {
        // Plain observations are what follows for random actions alone.
        var plain = """
            {
              "environment": { "name": "CartPole-v0", "observationScales": [1, 1, 1, 1] },
              "agent": { "name": "random" },
            }
            """;
        var configuration = Load(plain, ("agent.name", "ppo"), ("environment.name", "CartPole-v1")).AgentConfiguration;
        Assert.Equal(["ppo", "CartPole-v1"], [configuration.Agent.Name, configuration.Environment.Name]);
        Assert.All(configuration.Environment.ObservationScales, scale => Assert.Equal(1f, scale));
        Assert.Equal(ExperimentFile.Of("ppo", "CartPole-v1").AgentConfiguration.Steps, configuration.Steps);
    }

    [Fact]
    public void A_file_may_leave_its_agent_to_the_command_line()
    {
        var configuration = Load(
            """{ "environment": { "name": "CartPole-v0", "stepLimit": 200 } }""",
            ("agent.name", "ppo"),
            ("environment.name", "CartPole-v1")
        ).AgentConfiguration;
        Assert.Equal(500, configuration.Environment.StepLimit);
    }

    [Fact]
    public void The_same_environment_changes_nothing()
    {
        var text = CommentedConfiguration.Of("reward-ep", "CartPole-v1");
        Assert.Equal(
            Load(text).Configuration.Json.ToJsonString(),
            Load(text, ("environment.name", "CartPole-v1")).Configuration.Json.ToJsonString()
        );
    }

    [Fact]
    public void Options_that_another_environment_does_not_have_are_refused()
    {
        var text = """
            {
              "environment": { "name": "OpenLock-CC3-v0", "options": { "attemptLimit": 7 } },
              "agent": { "name": "ppo-ep" },
            }
            """;
        var refused = Assert.Throws<RecordException>(() => Load(text, ("environment.name", "CartPole-v0")));
        Assert.EndsWith("CartPole-v0 has no options", refused.Message, StringComparison.Ordinal);
        var other = Load(text, ("environment.name", "OpenLock-CE4-v0")).AgentConfiguration;
        Assert.Equal(7, (int)other.Json["environment"]!["options"]!["attemptLimit"]!);
    }

    private ExperimentFile Load(string text, params (string Path, JsonNode? Value)[] overrides) =>
        ExperimentFile.Load(Written(text), overrides);

    private string Written(string text)
    {
        var path = _directory.New("experiment.json");
        File.WriteAllText(path, text);
        return path;
    }
}
