using Hebb.Networks.Activations;
using Hebb.Optimizers;
using Hebb.Report.Agents;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;
using static Hebb.Tests.Agents.ScriptedEpisode;

namespace Hebb.Tests.Agents;

public sealed class PolicyEquilibriumPropagationTests
{
    private static readonly PolicyOptions Options = new(HiddenSize: 7, CriticHiddenSize: 5);

    // Two episodes: what is summed over one must be gone in the next.
    [Fact]
    public void Correlation_rule_as_coded_is_the_sum_written_out()
    {
        var agent = new PolicyCorrelationAsCoded<double>(4, 2, Options, seed: 4);
        var network = Copy(agent.Network);
        var critic = Copy(agent.CriticNetwork);
        var adam = new Adam<double>(critic.All.Length, 0.03);
        var returns = StandardisedReturns(0.99);
        for (var episode = 0; episode < 2; episode++)
        {
            var played = Play(agent);
            Learn(
                network,
                played,
                step => returns[step] - Value(critic, Inputs(step)),
                weightRate: 0.03,
                biasRate: 0.003
            );
            adam.Step(critic.All, RandomNetworks.Derivative(critic, CriticLoss(critic, returns)).All);
        }

        AssertSame(network, agent.Network, 1e-6);
        AssertSame(critic, agent.CriticNetwork, 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Published_rule_takes_the_temporal_difference_and_bootstraps_truncation_only(bool truncated)
    {
        var agent = new PolicyAsPublished<double>(4, 2, Options, seed: 5);
        var network = Copy(agent.Network);
        var critic = Copy(agent.CriticNetwork);
        var adam = new Adam<double>(critic.All.Length, 0.03);
        for (var episode = 0; episode < 2; episode++)
        {
            var played = Play(agent, truncated);
            var targets = new double[Steps];
            for (var step = 0; step < Steps; step++)
            {
                var hasNext = step + 1 < Steps || truncated;
                targets[step] = Reward(step) + (hasNext ? 0.99 * Value(critic, Inputs(step + 1)) : 0);
            }

            Learn(
                network,
                played,
                step => targets[step] - Value(critic, Inputs(step)),
                weightRate: 0.03,
                biasRate: 0.03
            );
            adam.Step(critic.All, RandomNetworks.Derivative(critic, CriticLoss(critic, targets)).All);
        }

        AssertSame(network, agent.Network, 1e-6);
        AssertSame(critic, agent.CriticNetwork, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Energy_variant_differentiates_the_codes_energy_in_full(ulong seed)
    {
        var agent = new PolicyEnergyAsCoded<double>(4, 2, Options, seed);
        agent.Network.HiddenBiases[..7].Fill(0.3);
        agent.Network.OutputBiases.Fill(0.2);
        double[] inputs = [0.3, -0.4, 1.2, 0.05];
        var (hidden, outputs) = Forward<HardSigmoid>(agent.Network, inputs);
        var gradient = agent.Network.ZerosAlike();

        agent.AddEnergyGradient(gradient, 1, inputs, hidden, outputs);

        var expected = RandomNetworks.Derivative(agent.Network, () => CodedEnergy(agent.Network, inputs));
        AssertSame(expected, gradient, 1e-8);
    }

    [Fact]
    public void Energy_variant_takes_Adam_steps_down_the_sum_of_energies()
    {
        var agent = new PolicyEnergyAsCoded<double>(4, 2, Options, seed: 6);
        var expected = Copy(agent.Network);
        var critic = CriticOfTheSameSeed(seed: 6);
        var adam = new Adam<double>(expected.All.Length, 0.03);
        var criticAdam = new Adam<double>(critic.All.Length, 0.03);
        var returns = StandardisedReturns(0.99);
        for (var episode = 0; episode < 2; episode++)
        {
            var played = Play(agent);
            var modulators = returns
                .Select(
                    (value, step) =>
                        LogProbability(Forward<HardSigmoid>(expected, Inputs(step)).Outputs, played.Actions[step])
                        * (value - Value(critic, Inputs(step)))
                )
                .ToArray();
            adam.Step(
                expected.All,
                RandomNetworks
                    .Derivative(
                        expected,
                        () => modulators.Select((factor, step) => factor * CodedEnergy(expected, Inputs(step))).Sum()
                    )
                    .All
            );
            criticAdam.Step(critic.All, RandomNetworks.Derivative(critic, CriticLoss(critic, returns)).All);
        }

        AssertSame(expected, agent.Network, 1e-6);
        AssertSame(critic, agent.CriticNetwork, 1e-6);
    }

    // E as the code has it: no u^2 / 2, and h and y follow from the parameters.
    private static double CodedEnergy(ShallowParameters<double> network, double[] inputs)
    {
        var (hidden, outputs) = Forward<HardSigmoid>(network, inputs);
        var energy = 0.0;
        for (var unit = 0; unit < network.HiddenSize; unit++)
        {
            energy -= network.HiddenBiases[unit] * hidden[unit];
            for (var input = 0; input < inputs.Length; input++)
            {
                energy -= Math.Clamp(inputs[input], 0, 1) * network.InputWeights(input)[unit] * hidden[unit];
            }

            for (var output = 0; output < outputs.Length; output++)
            {
                energy -= hidden[unit] * network.OutputWeights(output)[unit] * Math.Clamp(outputs[output], 0, 1);
            }
        }

        for (var output = 0; output < outputs.Length; output++)
        {
            energy -= network.OutputBiases[output] * Math.Clamp(outputs[output], 0, 1);
        }

        return energy;
    }

    private static void AddCorrelations(
        ShallowParameters<double> target,
        double modulator,
        double[] inputs,
        double[] hidden,
        double[] outputs,
        double weightRate,
        double biasRate
    )
    {
        for (var unit = 0; unit < target.HiddenSize; unit++)
        {
            for (var input = 0; input < inputs.Length; input++)
            {
                target.InputWeights(input)[unit] +=
                    weightRate * modulator * Math.Clamp(inputs[input], 0, 1) * hidden[unit];
            }

            target.HiddenBiases[unit] += biasRate * modulator * hidden[unit];
            for (var output = 0; output < outputs.Length; output++)
            {
                target.OutputWeights(output)[unit] +=
                    weightRate * modulator * Math.Clamp(outputs[output], 0, 1) * hidden[unit];
            }
        }

        for (var output = 0; output < outputs.Length; output++)
        {
            target.OutputBiases[output] += biasRate * modulator * Math.Clamp(outputs[output], 0, 1);
        }
    }

    private static void Learn(
        ShallowParameters<double> network,
        ScriptedEpisode played,
        Func<int, double> advantage,
        double weightRate,
        double biasRate
    )
    {
        var before = Copy(network);
        for (var step = 0; step < Steps; step++)
        {
            var (hidden, outputs) = Forward<HardSigmoid>(before, Inputs(step));
            var modulator = LogProbability(outputs, played.Actions[step]) * advantage(step);
            AddCorrelations(network, modulator, Inputs(step), hidden, outputs, weightRate, biasRate);
        }
    }

    private static Func<double> CriticLoss(ShallowParameters<double> critic, double[] targets) =>
        () => targets.Select((target, step) => SmoothL1(Value(critic, Inputs(step)) - target)).Sum();

    private static double Value(ShallowParameters<double> critic, double[] inputs) =>
        Forward<RectifiedLinear>(critic, inputs).Outputs[0];

    // The forms of policy EP draw actor and critic alike from a seed.
    private static ShallowParameters<double> CriticOfTheSameSeed(ulong seed) =>
        Copy(new PolicyCorrelationAsCoded<double>(4, 2, Options, seed).CriticNetwork);
}
