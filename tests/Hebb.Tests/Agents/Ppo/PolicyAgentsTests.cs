using Hebb.Agents;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Environments;

namespace Hebb.Tests.Agents.Ppo;

/// <summary>The agents that the catalogue has of policies and values, as they are entered there.</summary>
public sealed class PolicyAgentsTests
{
    public static TheoryData<string> Names => [.. PolicyAgents.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_one_learns_in_every_environment_without_diverging(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        foreach (var environment in CatalogueSet.Standard.Environments.Names.Where(PlayedEnvironments.Has))
        {
            (IParallelAgent agent, TrainingLoop loop) = Start(entry, environment, steps: 1024, seed: 0);
            loop.Run(1024);
            Assert.True(agent.IsFinite);
        }
    }

    [Fact]
    public void Twins_are_entered_too() =>
        Assert.All(
            PolicyAgents.All,
            entry => Assert.True(entry.Twin is null || CatalogueSet.Standard.Agents.Find(entry.Twin) is not null)
        );

    // The random policy reaches about 22 here.
    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("ppo")]
    [InlineData("ppo-ep-2")]
    public void It_leaves_the_random_policy_far_behind_on_CartPole(string name)
    {
        for (var seed = 0UL; seed < 2; seed++)
        {
            (_, TrainingLoop loop) = Start(CatalogueSet.Standard.Agents.Find(name), "CartPole-v0", steps: 20000, seed);
            var returns = new List<double>();
            loop.Run(20000, end => returns.Add(end.Return));
            Assert.InRange(returns.TakeLast(30).Average(), 80, 200);
        }
    }

    private static (IParallelAgent Agent, TrainingLoop Loop) Start(
        AgentEntry entry,
        string environment,
        long steps,
        ulong seed
    )
    {
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, environment);
        IParallelAgent agent = entry.Create(new AgentTask(Create().Specification, steps, seed));
        return (agent, new TrainingLoop(agent, Create, seed));
    }
}
