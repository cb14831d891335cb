using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Configurations.Schema;
using Json.Schema;

namespace Hebb.Lab.Tests.Configurations.Schema;

public sealed class ConfigurationSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ConfigurationSchema.Text());

    private static readonly JsonDocumentOptions Commented = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    [Fact]
    public void The_schema_in_the_repository_is_this_one() =>
        Assert.Equal(
            ConfigurationSchema.Text(),
            File.ReadAllText(Path.Combine(Experiments(), ConfigurationSchema.FileName))
        );

    [Fact]
    public void Every_setting_has_a_description()
    {
        var undescribed = new List<string>();
        Visit(JsonNode.Parse(ConfigurationSchema.Text())!["$defs"]!, "", undescribed);
        Assert.Empty(undescribed);
    }

    [Fact]
    public void What_is_written_for_every_agent_is_valid_and_comes_to_what_was_tuned()
    {
        using var directory = new TemporaryDirectory();
        foreach (AgentEntry agent in CatalogueSet.Standard.Agents)
        {
            // Options are of the environment, whatever the agent: one agent goes through all of them.
            foreach (
                var environment in CatalogueSet
                    .Standard.EnvironmentsOf(agent)
                    .Where(name => agent.Name == "ppo" || PlayedEnvironments.Has(name))
            )
            {
                var text = CommentedConfiguration.Of(agent.Name, environment);
                Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
                Assert.True(IsValid(text), $"{agent.Name} in {environment}");
                var path = directory.New($"{agent.Name}-{environment}.json");
                File.WriteAllText(path, text);
                RunConfiguration tuned = ExperimentFile.Of(agent.Name, environment).Configuration;
                Assert.Equal(tuned.Json.ToJsonString(), ExperimentFile.Load(path).Configuration.Json.ToJsonString());
                Assert.True(IsValid(tuned.Json.ToJsonString()), $"{agent.Name} in {environment}");
            }
        }
    }

    [Theory]
    [InlineData("agent.actor.beta", "\"x\"")]
    [InlineData("agent.actor.activation", "\"tahn\"")]
    [InlineData("agent.actor.activaton", "\"tanh\"")]
    [InlineData("agent.actor.hidden", "[0]")]
    [InlineData("agent.actor.learningRate", "0")]
    [InlineData("agent.actor.gradientNorm", "\"none\"")]
    [InlineData("agent.actor", "null")]
    [InlineData("agent.exploration", "{}")]
    [InlineData("agent.name", "\"nobody\"")]
    [InlineData("agent.epochs", "1.5")]
    [InlineData("agent.cost", "\"squared-error\"")]
    [InlineData("environment.name", "\"Pong-v5\"")]
    [InlineData("environment.seeding", "\"fixed\"")]
    [InlineData("budget", "{\"steps\": 10, \"episodes\": 10}")]
    [InlineData("budget.steps", "0")]
    [InlineData("evaluation.episodes", "-1")]
    [InlineData("diagnostics", "\"off\"")]
    [InlineData("name", "\"../up\"")]
    [InlineData("sweeps", "{}")]
    [InlineData("sweep", "{\"gird\": {}}")]
    [InlineData("sweep", "{\"grid\": {\"agent.clip\": []}}")]
    [InlineData("sweep", "{\"random\": {\"agent.clip\": {\"normal\": [0, 1]}}}")]
    [InlineData("sweep", "{\"random\": {\"agent.clip\": {\"uniform\": [0]}}}")]
    public void What_is_refused_is_not_valid(string path, string value)
    {
        JsonObject file = ExperimentFile.Of("ppo-ep", "CartPole-v1").Configuration.Json;
        Assert.True(IsValid(file.ToJsonString()));
        JsonObject part = file;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            part = (JsonObject)part[name]!;
        }

        part[names[^1]] = JsonNode.Parse(value);
        Assert.False(IsValid(file.ToJsonString()));
    }

    [Theory]
    [InlineData("OpenLock-CC3-v0", "{}", true)]
    [InlineData("OpenLock-CC3-v0", "{\"trial\": 1, \"rewardMode\": \"basic\", \"leverEffects\": [1, 0.5, 1]}", true)]
    [InlineData("OpenLock-CC3-v0", "{\"trial\": null, \"transfer\": \"CE4\", \"trainingTrials\": 6}", true)]
    [InlineData("OpenLock-CC3-v0", "{\"trial\": 12}", false)]
    [InlineData("OpenLock-CC3-v0", "{\"rewardMode\": \"none\"}", false)]
    [InlineData("OpenLock-CC3-v0", "{\"leverEffects\": [2]}", false)]
    [InlineData("OpenLock-CC3-v0", "{\"attemptLimit\": 0}", false)]
    [InlineData("OpenLock-CC3-v0", "{\"nothing\": 0}", false)]
    [InlineData("OpenLock-CC3-v0", "3", false)]
    [InlineData("CartPole-v1", "{}", false)]
    public void Options_are_valid_where_they_are_read(string environment, string options, bool isRight)
    {
        var file =
            $$$"""{"environment": {"name": "{{{environment}}}", "options": {{{options}}}}, "agent": {"name": "random"}}""";
        Assert.Equal(isRight, IsValid(file));
        using var directory = new TemporaryDirectory();
        var path = directory.New("options.json");
        File.WriteAllText(path, file);
        Assert.Equal(isRight, Record.Exception(() => ExperimentFile.Load(path)) is null);
    }

    [Fact]
    public void The_experiments_of_the_repository_are_right_and_name_the_schema()
    {
        foreach (var path in Directory.EnumerateFiles(Experiments(), "*.json"))
        {
            if (path.EndsWith(ConfigurationSchema.FileName, StringComparison.Ordinal))
            {
                continue;
            }

            var text = File.ReadAllText(path);
            Assert.True(IsValid(text), path);
            JsonNode file = JsonNode.Parse(text, documentOptions: Commented)!;
            Assert.Equal(ConfigurationSchema.FileName, (string)file["$schema"]!);
            ExperimentFile experiment = ExperimentFile.Load(path);
            Assert.All(experiment.Sweep?.Trials() ?? [], values => experiment.Resolve(values));
        }
    }

    private static bool IsValid(string text)
    {
        using var document = JsonDocument.Parse(text, Commented);
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    private static void Visit(JsonNode node, string path, List<string> undescribed)
    {
        foreach ((var name, JsonNode? schema) in node.AsObject())
        {
            if (schema!["properties"] is JsonObject properties)
            {
                foreach ((var property, JsonNode? one) in properties)
                {
                    if (one!["description"] is null && property is not "name")
                    {
                        undescribed.Add($"{path}{name}.{property}");
                    }
                }
            }
        }
    }

    private static string Experiments()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hebb.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "experiments");
    }
}
