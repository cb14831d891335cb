using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Reward;
using Hebb.Catalogues;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.FreeEnergy;

public sealed class FreeEnergyAgentsTests
{
    public static TheoryData<string> Names => ["policy-ep", "policy-ep-critic-backprop", "reward-ep", "reward"];

    [Theory, MemberData(nameof(Names))]
    public void An_agent_of_the_catalogue_learns_in_every_environment(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        foreach (var environment in CatalogueSet.Standard.Environments.Names.Where(PlayedEnvironments.Has))
        {
            var specification = CatalogueSet.Standard.CreateEnvironment(entry, environment).Specification;
            IParallelAgent agent = entry.Create(new AgentTask(specification, 600, 1));
            new TrainingLoop(agent, () => CatalogueSet.Standard.CreateEnvironment(entry, environment), 1).Run(600);
            Assert.True(agent.IsFinite);
        }
    }

    [Fact]
    public void Critic_free_agents_observe_the_velocities_of_Acrobot_as_they_are()
    {
        var raw = CatalogueSet.Standard.Environments.Find("Acrobot-v1").Specification.Observations;
        foreach (var name in new[] { "reward-ep", "reward" })
        {
            var observed = CatalogueSet
                .Standard.CreateEnvironment(CatalogueSet.Standard.Agents.Find(name), "Acrobot-v1")
                .Specification;
            Assert.Equal(raw.High.ToArray(), observed.Observations.High.ToArray());
            var scaled = CatalogueSet
                .Standard.CreateEnvironment(CatalogueSet.Standard.Agents.Find(name), "CartPole-v1")
                .Specification;
            Assert.Equal(2f, scaled.Observations.High[0], 1e-6f);
        }
    }

    // With two hidden layers, which settle for every action: the gradient is exact, and so it learns. Chance is 1/2.
    [Fact]
    public void A_deep_policy_learns_which_arm_pays()
    {
        var options = new FreeEnergyOptions
        {
            Network = new FreeEnergyShape
            {
                Hidden = [8, 8],
                Feedback = 0.3,
                Start = new FreeEnergyStart { ActionBound = 0.3 },
            },
        };
        for (var seed = 0UL; seed < 3; seed++)
        {
            EnergyNetwork<float> network = FreeEnergyNetwork.Create(2, 2, options.Network, new Pcg64(seed));
            var policy = new SettledFreeEnergyTrace(network, FreeEnergyNetwork.Relaxation(options), temperature: 1);
            var agent = new RewardAgent(policy, new RewardOptions { TraceDecay = 0 }, new Pcg64(seed));
            var paid = 0;
            var action = new int[1];
            for (var step = 0; step < 1500; step++)
            {
                var state = step % 2;
                var row = new ReadOnlyMatrixSpan<float>(state == 0 ? [1, 0] : [0, 1], 2);
                agent.Act(row, action);
                paid += step >= 1300 && action[0] == state ? 1 : 0;
                agent.Observe(
                    new ParallelSteps
                    {
                        Observations = row,
                        Rewards = [action[0] == state ? 1 : 0],
                        Terminated = [true],
                        Truncated = [false],
                        FinalObservations = row,
                    }
                );
            }

            Assert.True(paid > 160, $"seed {seed}: {paid} of 200");
        }
    }
}
