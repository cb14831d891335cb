using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Lab.Tests.Configurations;

public sealed class RunConfigurationTests
{
    // Options are of the environment, whatever the agent: one agent goes through all of them.
    public static TheoryData<string, string> Tuned { get; } =
    [.. All().Where(row => row.Data.Item1 == "ppo" || PlayedEnvironments.Has(row.Data.Item2))];

    public static TheoryData<string, string> Played { get; } =
    [.. All().Where(row => PlayedEnvironments.Has(row.Data.Item2))];

    [Theory]
    [MemberData(nameof(Tuned))]
    public void What_was_tuned_is_written_with_every_setting_and_read_as_the_same(string agent, string environment)
    {
        AgentConfiguration tuned = ExperimentFile.Of(agent, environment).AgentConfiguration;
        AgentConfiguration read = (AgentConfiguration)
            RunConfiguration.Read((JsonObject)JsonNode.Parse(tuned.Json.ToJsonString())!);
        Assert.Equal(tuned.Json.ToJsonString(), read.Json.ToJsonString());
        Assert.Equal(tuned.Hash, read.Hash);
        Assert.Equal(tuned.Settings.ToString(), read.Settings.ToString());
        Assert.Equal($"{agent}-{environment}", read.Name);
    }

    [Theory]
    [MemberData(nameof(Played))]
    public void The_agent_of_a_tuned_configuration_is_that_of_the_catalogue(string agent, string environment)
    {
        AgentConfiguration tuned = ExperimentFile.Of(agent, environment).AgentConfiguration;
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(agent);
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, environment);
        var task = new AgentTask(Create().Specification, tuned.ScheduleSteps, Seed: 3);
        Assert.Equal(Returns(entry.Create(task), Create, 3), Returns(tuned.CreateAgent(3), tuned.CreateEnvironment, 3));
    }

    private static List<double> Returns(IParallelAgent agent, Func<IEnvironment> create, ulong seed)
    {
        var returns = new List<double>();
        new TrainingLoop(agent, create, seed).Run(1200, end => returns.Add(end.Return + (end.EnvironmentSteps * 1e-6)));
        return returns;
    }

    private static IEnumerable<TheoryDataRow<string, string>> All() =>
        from entry in CatalogueSet.Standard.Agents
        from environment in CatalogueSet.Standard.EnvironmentsOf(entry)
        select new TheoryDataRow<string, string>(entry.Name, environment);
}
