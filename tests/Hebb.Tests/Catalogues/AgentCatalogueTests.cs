using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Tests.Catalogues;

public sealed class AgentCatalogueTests
{
    public static TheoryData<string> Names => [.. CatalogueSet.Standard.Agents.Names];

    [Fact]
    public void Names_are_unique_lower_case_words() =>
        Assert.All(
            CatalogueSet.Standard.Agents.GroupBy(entry => entry.Name, StringComparer.Ordinal),
            same =>
            {
                Assert.Single(same);
                Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", same.Key);
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_agent_plays_every_environment_that_it_is_made_for(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        string[] environments = [.. CatalogueSet.Standard.EnvironmentsOf(entry).Where(PlayedEnvironments.Has)];
        Assert.NotEmpty(environments);
        foreach (string environment in environments)
        {
            EnvironmentSpecification specification = CatalogueSet
                .Standard.CreateEnvironment(entry, environment)
                .Specification;
            IParallelAgent agent = entry.Create(new AgentTask(specification, 1000, Seed: 3));
            new TrainingLoop(agent, () => CatalogueSet.Standard.CreateEnvironment(entry, environment), 3).Run(40);
            Assert.True(agent.IsFinite, environment);
            if (agent is IGreedyAgent or IRememberingAgent)
            {
                double[] returns = GreedyEvaluation.Run(agent, Short(entry, environment), 2, seed: 3);
                // In classic control every step counts, and there are 50 at most; elsewhere steps may earn nothing.
                var (least, most) = CatalogueSet.Standard.Environments.Find(environment).Options is null
                    ? (1, 50)
                    : (0, 60);
                Assert.All(returns, total => Assert.InRange(Math.Abs(total), least, most));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Twins_are_in_the_catalogue_and_have_none_themselves(string name)
    {
        if (CatalogueSet.Standard.Agents.Find(name).Twin is { } twin)
        {
            Assert.Null(CatalogueSet.Standard.Agents.Find(twin).Twin);
            Assert.Equal(
                CatalogueSet.Standard.Agents.Find(name).Environments,
                CatalogueSet.Standard.Agents.Find(twin).Environments
            );
        }
    }

    [Fact]
    public void An_unknown_name_is_refused_with_those_that_are_known()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CatalogueSet.Standard.Agents.Find("PPOX"));
        Assert.Contains(
            "agent 'PPOX': no such agent; did you mean ppo? known are ",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("random", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Upper_and_lower_case_make_no_difference() =>
        Assert.Same(CatalogueSet.Standard.Agents.Find("ppo-ep"), CatalogueSet.Standard.Agents.Find("PPO-ep"));

    [Fact]
    public void An_entry_more_makes_another_catalogue_and_a_name_that_is_taken_is_refused()
    {
        AgentEntry own = CatalogueSet.Standard.Agents.Find("random") with { Name = "own" };
        Assert.Same(own, CatalogueSet.Standard.Agents.Add(own).Find("Own"));
        Assert.DoesNotContain(own, CatalogueSet.Standard.Agents);
        Assert.Throws<ArgumentException>(() => CatalogueSet.Standard.Agents.Add(own with { Name = "PPO" }));
    }

    // Acrobot and MountainCar without a limit may never end where nothing is learned.
    private static TimeLimit<IEnvironment> Short(AgentEntry entry, string environment) =>
        new(CatalogueSet.Standard.CreateEnvironment(entry, environment), 50);
}
