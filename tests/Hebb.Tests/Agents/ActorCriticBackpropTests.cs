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
