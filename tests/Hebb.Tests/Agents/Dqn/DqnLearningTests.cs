using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Dqn;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Optimizers;
using Hebb.Relaxation;

namespace Hebb.Tests.Agents.Dqn;

/// <summary>Small tasks that the Q-learners must still learn: they fail when learning breaks without a word.</summary>
public sealed class DqnLearningTests
{
    [Theory]
    [InlineData("symmetric")]
    [InlineData("backprop")]
    public void It_answers_with_what_it_observes(string estimator)
    {
        const int actions = 3;
        for (var seed = 0UL; seed < 3; seed++)
        {
            var options = new DqnOptions
            {
                Approximator = new ApproximatorOptions
                {
                    Network = new NetworkSettings { Hidden = [16] },
                    Estimator = CatalogueSet.Standard.Estimators.Find(estimator),
                    Phases = new PhaseSettings { FreeSweeps = 2, NudgedSweeps = 1 },
                    Optimizer = new AdamSettings { LearningRate = 5e-3 },
                },
                RewardScale = 1,
                BatchSize = 16,
                LearningStart = 50,
                Exploration = new ExplorationOptions { Steps = 1000 },
            };
            var agent = new DqnAgent(new AgentTask(new Echo(actions).Specification, 2000, seed), options);
            new TrainingLoop(agent, () => new Echo(actions), seed).Run(2000);

            // By chance a third of the answers is right.
            Assert.Equal(1, GreedyEvaluation.Run(agent, new Echo(actions), 60, seed).Average());
        }
    }

    [Theory]
    [InlineData("dqn-ep")]
    [InlineData("dqn")]
    public void It_balances_the_pole(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        var means = new double[3];
        Parallel.For(
            0,
            means.Length,
            index =>
            {
                var seed = (ulong)index;
                IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v0");
                IGreedyAgent agent = Assert.IsAssignableFrom<IGreedyAgent>(
                    entry.Create(new AgentTask(Create().Specification, 10_000, seed))
                );
                new TrainingLoop(agent, Create, seed).Run(10_000);
                means[index] = GreedyEvaluation.Run(agent, Create(), 10, seed).Average();
            }
        );

        // A random policy reaches 22; an agent that does not learn, or learns from a wrong gradient, about 10.
        Assert.All(means, mean => Assert.True(mean > 100, $"greedy means: {string.Join(", ", means)}"));
    }
}
