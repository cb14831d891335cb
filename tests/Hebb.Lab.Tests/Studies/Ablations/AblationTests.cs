using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Studies.Ablations;
using Hebb.Lab.Studies.Ablations.Series;

namespace Hebb.Lab.Tests.Studies.Ablations;

public sealed class AblationTests
{
    public static TheoryData<string, string> Working =>
        new()
        {
            { "reward", "reward-ep" },
            { "policy", "policy-ep" },
            { "dqn", "dqn-ep" },
            { "ppo", "ppo-ep" },
        };

    [Fact]
    public void A_ladder_leads_to_the_agent_of_the_catalogue_and_its_twin()
    {
        RowsStudy[] ladders = [.. Ablation.Studies.OfType<RowsStudy>().Where(study => study.IsLadder)];
        Assert.Equal(3, ladders.Length);
        foreach (RowsStudy ladder in ladders)
        {
            Assert.StartsWith("report-", ladder.Rows[0].Name, StringComparison.Ordinal);
            Assert.Equal($"{ladder.Name}-ep", ladder.Rows[^2].Name);
            Assert.Equal(CatalogueSet.Standard.Agents.Find(ladder.Rows[^2].Name).Twin, ladder.Rows[^1].Name);
        }
    }

    [Theory]
    [InlineData("reward-sensitivity", "reward-ep-alpha-0.1", "reward-ep")]
    [InlineData("dqn-sensitivity", "dqn-ep-returns-1", "dqn-ep")]
    [InlineData("ppo-sensitivity", "ppo-ep-kappa-16", "ppo-ep")]
    public void A_changed_number_changes_what_is_learned(string study, string changed, string agent)
    {
        AgentEntry found = Ablation
            .Studies.Single(one => string.Equals(one.Name, study, StringComparison.Ordinal))
            .Agents.Single(one => string.Equals(one.Name, changed, StringComparison.Ordinal));
        Assert.NotEqual(Episodes(CatalogueSet.Standard.Agents.Find(agent)), Episodes(found));
    }

    // Were its settings not all that an agent is made of, every step of a ladder would differ from it in more than its change.
    [Theory, MemberData(nameof(Working))]
    public void Variants_with_nothing_changed_are_the_agent(string study, string agent)
    {
        AgentEntry variant = study switch
        {
            "reward" => RewardStudies.Unchanged,
            "policy" => PolicyStudies.Unchanged,
            "dqn" => DqnStudies.Unchanged,
            _ => PpoStudies.Unchanged,
        };
        Assert.NotSame(CatalogueSet.Standard.Agents.Find(agent).Create, variant.Create);
        Assert.Equal(Episodes(CatalogueSet.Standard.Agents.Find(agent)), Episodes(variant));
    }

    [Fact]
    public void Every_agent_can_be_made_and_has_a_name_that_is_safe_in_paths()
    {
        var agents = Ablation.Agents(Ablation.Studies);
        Assert.All(agents, agent => Assert.Matches("^[a-z0-9][a-z0-9.-]*[a-z0-9]$", agent.Name));
        Assert.All(agents, agent => Assert.True(agent.IsFor(Ablation.Environment)));
        Assert.All(agents, agent => Assert.NotEmpty(Episodes(agent, 40)));
    }

    [Fact]
    public void Numbers_are_varied_around_the_one_that_the_agent_has()
    {
        foreach (SensitivityStudy study in Ablation.Studies.OfType<SensitivityStudy>())
        {
            foreach (SensitivityAxis axis in study.Axes)
            {
                Assert.Single(axis.Points, point => point.Value == axis.Standard);
                double[] values = [.. axis.Points.Select(point => point.Value)];
                Assert.Equal(values.Order().Distinct(), values);
                Assert.Equal(
                    values.Length,
                    axis.Points.Select(point => point.Agent.Name).Distinct(StringComparer.Ordinal).Count()
                );
            }
        }
    }

    private static List<(double Return, long Steps)> Episodes(AgentEntry entry, long steps = 3000)
    {
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, Ablation.Environment);
        IParallelAgent agent = entry.Create(new AgentTask(Create().Specification, steps, Seed: 5));
        var episodes = new List<(double, long)>();
        new TrainingLoop(agent, Create, seed: 5).Run(
            Math.Max(steps, 400),
            end => episodes.Add((end.Return, end.EnvironmentSteps))
        );
        return episodes;
    }
}
