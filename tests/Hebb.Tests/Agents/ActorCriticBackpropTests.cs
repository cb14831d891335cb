using Hebb.Networks.Activations;
using Hebb.Optimizers;
using Hebb.Report.Agents;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;
using static Hebb.Tests.Agents.ScriptedEpisode;

namespace Hebb.Tests.Agents;

public sealed class ActorCriticBackpropTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_episodes_are_two_Adam_steps_down_the_differentiated_loss(bool truncated)
    {
        var options = new ActorCriticBackpropOptions(HiddenSize: 9);
        var agent = new ActorCriticBackprop<double>(4, 2, options, seed: 3);
        var expected = Copy(agent.Network);
        var adam = new Adam<double>(expected.All.Length, options.LearningRate);

        // Adam's first step forgets the gradient's size; the second shows it.
        for (var episode = 0; episode < 2; episode++)
        {
            var played = Play(agent, truncated);
            adam.Step(expected.All, RandomNetworks.Derivative(expected, Loss(expected, played)).All);
        }

        AssertSame(expected, agent.Network, 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void As_published_the_targets_are_rewards_with_the_next_value_and_a_time_limit_has_one(bool truncated)
    {
        var options = new ActorCriticBackpropOptions(HiddenSize: 9);
        var agent = new ActorCriticAsPublished<double>(4, 2, options, seed: 3);
        var expected = Copy(agent.Network);
        var adam = new Adam<double>(expected.All.Length, options.LearningRate);
        for (var episode = 0; episode < 2; episode++)
        {
            var played = Play(agent, truncated);
            adam.Step(
                expected.All,
                RandomNetworks.Derivative(expected, LossAsPublished(expected, played, truncated)).All
            );
        }

        AssertSame(expected, agent.Network, 1e-6);
    }

    private static Func<double> LossAsPublished(
        ShallowParameters<double> network,
        ScriptedEpisode played,
        bool truncated
    )
    {
        double[] values = [.. Enumerable.Range(0, Steps + 1).Select(step => Outputs(step)[2])];
        values[Steps] = truncated ? values[Steps] : 0;
        double[] targets = [.. Enumerable.Range(0, Steps).Select(step => Reward(step) + (0.99 * values[step + 1]))];
        return () =>
        {
            var loss = 0.0;
            for (var step = 0; step < Steps; step++)
            {
                var outputs = Outputs(step);
                loss -= LogProbability(outputs[..2], played.Actions[step]) * (targets[step] - values[step]);
                loss += SmoothL1(outputs[2] - targets[step]);
            }

            return loss;
        };

        double[] Outputs(int step) => Forward<RectifiedLinear>(network, Inputs(step)).Outputs;
    }

    private static Func<double> Loss(ShallowParameters<double> network, ScriptedEpisode played)
    {
        var returns = StandardisedReturns(0.99);
        var values = returns.Select((_, step) => Outputs(step)[2]).ToArray();
        return () =>
        {
            var loss = 0.0;
            for (var step = 0; step < Steps; step++)
            {
                var outputs = Outputs(step);
                loss -= LogProbability(outputs[..2], played.Actions[step]) * (returns[step] - values[step]);
                loss += SmoothL1(outputs[2] - returns[step]);
            }

            return loss;
        };

        double[] Outputs(int step) => Forward<RectifiedLinear>(network, Inputs(step)).Outputs;
    }
}
