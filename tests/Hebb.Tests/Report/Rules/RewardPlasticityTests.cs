using CsCheck;
using Hebb.Environments;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Report.Agents;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Report.Rules;

public sealed class RewardPlasticityTests
{
    private const double Rate = 0.1;
    private const double Eta = 0.5;
    private const double Gamma = 0.75;

    [Fact]
    public void Two_steps_as_published_by_hand()
    {
        var network = new ShallowParameters<double>(1, 1, 1);
        var rule = Rule(network, BiasRule.AsWeights);

        Step(rule, network, 0.5, 0.25, 0.75, reward: 1);
        Step(rule, network, 1, 0.5, -2, reward: 3);

        // Correlations of the two steps; rho(-2) = 0.
        (double First, double Second)[] correlations = [(0.125, 0.5), (0.25, 0.5), (0.1875, 0), (0.75, 0)];
        Assert.Equal(correlations.Select(Published), RandomNetworks.Numbers(network), Close);
    }

    [Fact]
    public void Two_steps_as_coded_by_hand()
    {
        var network = new ShallowParameters<double>(1, 1, 1);
        var rule = Rule(network, BiasRule.Negated);

        Step(rule, network, 0.5, 0.25, 0.75, reward: 1);
        Step(rule, network, 1, 0.5, -2, reward: 3);

        double[] expected = [Published((0.125, 0.5)), Coded((0.25, 0.5)), Published((0.1875, 0)), Coded((0.75, 0))];
        Assert.Equal(expected, RandomNetworks.Numbers(network), Close);
    }

    [Theory]
    [InlineData(BiasRule.AsWeights)]
    [InlineData(BiasRule.Negated)]
    public void A_new_episode_forgets_the_trace_but_not_the_averages(BiasRule biases)
    {
        var network = new ShallowParameters<double>(1, 1, 1);
        var rule = Rule(network, biases);
        Step(rule, network, 1, 1, 1, reward: 1);
        rule.ResetTrace();
        network.All.Clear();

        Step(rule, network, 1, 1, 1, reward: 1);

        // Trace 1, its length 1; average 0.25 then 0.4375; average reward likewise.
        var change = Rate * (1 - (0.4375 * 0.4375));
        Assert.Equal(change, network.InputWeights(0)[0], 1e-15);
        Assert.Equal(biases == BiasRule.Negated ? -change : change, network.HiddenBiases[0], 1e-15);
    }

    [Fact]
    public void A_constant_state_and_reward_make_the_weights_run_away()
    {
        // The trace settles at 1 / (1 - eta) times the average, so eq. (8) has no equilibrium: one reason why the method fails.
        var network = new ShallowParameters<double>(1, 1, 1);
        var rule = Rule(network, BiasRule.AsWeights);
        for (var step = 0; step < 1000; step++)
        {
            Step(rule, network, 1, 1, 1, reward: 1);
        }

        var before = network.InputWeights(0)[0];
        Step(rule, network, 1, 1, 1, reward: 1);

        Assert.Equal(Rate * ((1 / (1 - Eta)) - 1), network.InputWeights(0)[0] - before, 1e-9);
    }

    [Fact]
    public void Vector_row_agrees_with_the_reference() =>
        Gen.Select(Gen.Int[1, 70], Gen.ULong)
            .Sample(
                (length, seed) =>
                {
                    var random = new Pcg64(seed);
                    var rows = new float[4][];
                    for (var row = 0; row < rows.Length; row++)
                    {
                        rows[row] = new float[length];
                        RandomNetworks.Fill<float>(rows[row], random);
                    }

                    var copies = rows.Select(row => (float[])row.Clone()).ToArray();
                    var step = new RewardTraceStep<float>(0.9f, 0.8f, 0.3f, 0.2f);
                    RewardTraceKernels.Vectorised(step, 0.7f, rows[0], rows[1], rows[2], rows[3]);
                    RewardTraceKernels.Reference(step, 0.7f, copies[0], copies[1], copies[2], copies[3]);

                    for (var row = 1; row < rows.Length; row++)
                    {
                        for (var unit = 0; unit < length; unit++)
                        {
                            Assert.Equal(copies[row][unit], rows[row][unit], 1e-5f);
                        }
                    }
                }
            );

    // Long enough for the vector loop and its remainder.
    [Fact]
    public void Traces_of_a_silent_unit_end_at_zero()
    {
        const int length = 37;
        var parameters = new float[length];
        var trace = new float[length];
        var average = new float[length];
        Array.Fill(trace, 1f);
        Array.Fill(average, 1f);
        var step = new RewardTraceStep<float>(0.5f, 0.5f, 0, 0);
        for (var count = 0; count < 200; count++)
        {
            RewardTraceKernels.Vectorised(step, 0, new float[length], parameters, trace, average);
        }

        Assert.All(trace, value => Assert.Equal(0, value));
        Assert.All(average, value => Assert.Equal(0, value));
    }

    [Fact]
    public void An_agent_forgets_its_trace_between_episodes()
    {
        var agent = new RewardEquilibriumPropagation<double>(
            4,
            2,
            new RewardOptions(BiasRule.Negated, HiddenSize: 5),
            3
        );
        var network = agent.Network.ZerosAlike();
        network.CopyFrom(agent.Network);
        var rule = new RewardPlasticity<double>(
            network,
            new RewardPlasticityOptions(0.001, 0.99, 0.99, BiasRule.Negated)
        );
        double[] inputs = [0.5, 0.25, 0.75, 0.125];
        var hidden = new double[network.Stride];
        var outputs = new double[2];
        for (var step = 0; step < 6; step++)
        {
            var ended = step is 2 or 4;
            agent.Act([0.5f, 0.25f, 0.75f, 0.125f]);
            agent.Observe(new float[4], new StepResult(1, Terminated: ended, Truncated: false));

            ShallowPass.Hidden<double, HardSigmoid>(network, inputs, hidden);
            ShallowPass.Outputs<double>(network, hidden, outputs);
            rule.Step(network, inputs, hidden, outputs, 1);
            if (ended)
            {
                rule.ResetTrace();
            }
        }

        Assert.Equal(RandomNetworks.Numbers(network), RandomNetworks.Numbers(agent.Network), Close);
    }

    private static RewardPlasticity<double> Rule(ShallowParameters<double> network, BiasRule biases) =>
        new(network, new RewardPlasticityOptions(Rate, Eta, Gamma, biases));

    private static void Step(
        RewardPlasticity<double> rule,
        ShallowParameters<double> network,
        double input,
        double hidden,
        double output,
        double reward
    )
    {
        var activities = new double[network.Stride];
        activities[0] = hidden;
        rule.Step(network, [input], activities, [output], reward);
    }

    // Eqs. (8)-(11) written out for the rewards 1 and 3.
    private static double Published((double First, double Second) c)
    {
        var first = c.First - (0.25 * (0.25 * c.First));
        var trace = (Eta * c.First) + c.Second;
        var average = (Gamma * 0.25 * c.First) + (0.25 * c.Second);
        var averageReward = (Gamma * 0.25) + (0.25 * 3);
        return Rate * (first + (3 * trace) - (averageReward * average));
    }

    // The same with the sign turned round and the averages times the trace's length, 1 and then 1.5.
    private static double Coded((double First, double Second) c)
    {
        var first = -c.First + (0.25 * (0.25 * c.First));
        var trace = (Eta * c.First) + c.Second;
        var average = (Gamma * 0.25 * c.First) + (0.25 * c.Second);
        var averageReward = (Gamma * 0.25) + (0.25 * 3);
        return Rate * (first - (3 * trace) + (1.5 * averageReward * average));
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-14;
}
