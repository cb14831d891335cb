using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Report.Agents;

namespace Hebb.Tests.Agents;

/// <summary>Small tasks that a learner must still learn: they fail when learning breaks without a word.</summary>
public sealed class LearningRegressionTests
{
    [Fact]
    public void Deep_Q_learning_finds_the_better_arm() =>
        Assert.Equal(
            20,
            TimesTheBetterArmIsFound(seed => new DqnBackprop<float>(1, 2, new DqnOptions(LearningRate: 0.001), seed))
        );

    // Values between 0 and 1 are within what the report's clamped units can answer: here the published rule learns,
    // so that it is CartPole's larger values that it fails on, and not its gradient. In some networks (3 of 40)
    // the output latches at a border from the start and stays there; without learning 10 of 20 would be found.
    [Fact]
    public void Published_equilibrium_propagation_finds_the_better_arm() =>
        Assert.InRange(
            TimesTheBetterArmIsFound(seed => new DqnEquilibriumPropagationAsPublished<float>(
                1,
                2,
                new DqnOptions(LearningRate: 0.05),
                new GradientFlowOptions(),
                seed
            )),
            15,
            20
        );

    [Fact]
    public void Actor_critic_leaves_the_random_policy_behind_on_CartPole()
    {
        var best = Enumerable.Range(0, 9).Select(seed => BestMeanOf100((ulong)seed, episodes: 300)).Order().ToArray();

        // Of 300 seeds, 84 in 100 pass 60 within 300 episodes; a random policy reaches 27.
        Assert.True(best[4] > 60, $"best means of 100 episodes: {string.Join(", ", best)}");
    }

    // Out of ten seeds, with each of the two arms as the better one.
    private static int TimesTheBetterArmIsFound(Func<ulong, IAgent> create)
    {
        const int episodes = 1500;
        const int judged = 300;
        var found = 0;
        for (var seed = 0UL; seed < 10; seed++)
        {
            foreach (var better in new[] { 0, 1 })
            {
                var agent = create(seed);
                float[] observation = [0.5f];
                var taken = 0;
                for (var episode = 0; episode < episodes; episode++)
                {
                    var action = agent.Act(observation);
                    taken += episode >= episodes - judged && action == better ? 1 : 0;
                    agent.Observe(
                        observation,
                        new StepResult(action == better ? 0.75 : 0.25, Terminated: true, Truncated: false)
                    );
                }

                // Greedy nine times in ten: 95 % is the most.
                found += taken > 0.85 * judged ? 1 : 0;
            }
        }

        return found;
    }

    private static double BestMeanOf100(ulong seed, int episodes)
    {
        var agent = new ActorCriticBackprop<float>(4, 2, new ActorCriticBackpropOptions(), seed);
        var environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
        var observation = new float[4];
        var returns = new double[episodes];
        environment.Reset(seed, observation);
        for (var episode = 0; episode < episodes; episode++)
        {
            StepResult result;
            do
            {
                result = environment.Step(agent.Act(observation), observation);
                agent.Observe(observation, result);
                returns[episode] += result.Reward;
            } while (!result.EpisodeEnded);

            environment.Reset(observation);
        }

        return Enumerable.Range(0, episodes - 99).Max(first => returns.Skip(first).Take(100).Average());
    }
}
