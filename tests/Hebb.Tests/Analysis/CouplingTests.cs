using CsCheck;
using Hebb.Analysis;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Analysis;

public sealed class CouplingTests
{
    [Fact]
    public void Feedback_is_the_strength_times_the_squared_norm_and_nothing_for_inputs()
    {
        var network = New([3, 5, 4, 2], feedback: 0.1, seed: 1, gain: 1);
        var feedback = ConnectionFeedback.Of(network.Parameters);
        Assert.Equal([0, 1, 2], feedback.Select(one => one.Connection));
        Assert.Equal(0, feedback[0].Gain);
        for (var index = 1; index < 3; index++)
        {
            var norm = SpectralNorm.Of(network.Parameters.Weights(index));
            Assert.Equal(norm, feedback[index].SpectralNorm);
            Assert.Equal(0.1, feedback[index].Strength, 1e-12);
            Assert.Equal(0.1 * norm * norm, feedback[index].Gain, 1e-12);
        }

        Assert.Equal(
            Math.Max(feedback[1].Gain, feedback[2].Gain),
            ConnectionFeedback.Largest(network.Parameters),
            1e-15
        );
    }

    [Fact]
    public void Readouts_and_directed_connections_feed_nothing_back()
    {
        var readout = NetworkTopology.Layered([2, 3, 2], Activation.Tanh, Activation.Linear, readout: true);
        Assert.All(ConnectionFeedback.Of(Filled(readout)), one => Assert.Equal(0, one.Gain));
        var directed = NetworkTopology.Layered([2, 3, 2], Activation.Tanh, Activation.Linear).WithSeparateFeedback();
        Assert.All(ConnectionFeedback.Of(Filled(directed)), one => Assert.Equal(0, one.Gain));
        Assert.Throws<TopologyException>(() => CouplingNorm.Of(Filled(directed)));
        Assert.Equal(0, CouplingNorm.Of(Filled(readout)));
    }

    [Fact]
    public void The_coupling_of_one_connection_is_its_norm()
    {
        var network = New([3, 5, 2], feedback: 0.25, seed: 2, gain: 1);
        var expected = 0.5 * SpectralNorm.Of(network.Parameters.Weights(1));
        Assert.Equal(expected, CouplingNorm.Of(network.Parameters), 1e-6);
    }

    [Fact]
    public void The_coupling_within_a_layer_counts_each_pair_once()
    {
        var topology = NetworkTopology.Layered([1, 1, 2], Activation.Tanh, Activation.Linear).With(2, 2);
        var parameters = new NetworkParameters<double>(topology);
        var lateral = parameters.EditWeights(2);
        lateral[0][1] = -0.7;
        lateral[1][0] = -0.7;
        Assert.Equal(0.7, CouplingNorm.Of(parameters), 1e-9);
    }

    [Fact]
    public void The_coupling_of_a_chain_lies_between_its_links_and_their_root_sum_of_squares() =>
        Gen.Select(Gen.ULong, Gen.Double[0.01, 1])
            .Sample(
                (seed, gamma) =>
                {
                    var network = New([2, 4, 5, 3], gamma, seed, gain: 2);
                    var gains = ConnectionFeedback.Of(network.Parameters).Select(one => one.Gain).ToArray();
                    var norm = CouplingNorm.Of(network.Parameters);
                    Assert.InRange(norm * norm, gains.Max() * (1 - 1e-5), gains.Sum() * (1 + 1e-9));
                },
                iter: 50
            );

    [Fact]
    public void Below_one_there_is_one_equilibrium() =>
        Gen.Select(Gen.ULong, Gen.Double[0.05, 2])
            .Sample(
                (seed, gamma) =>
                {
                    var network = New([2, 4, 5, 3], gamma, seed, gain: 2);
                    Scale(network, 0.9 / CouplingNorm.Of(network.Parameters));
                    Assert.Equal(0.9, CouplingNorm.Of(network.Parameters), 1e-6);
                    EquilibriumSurvey survey = EquilibriumSurvey.Of(
                        network,
                        new ReadOnlyMatrixSpan<double>([0.3, -0.8, 2, 1], 2),
                        new EquilibriumOptions { Starts = 8, Relaxation = new FixedPoint(3000, 1e-9) }
                    );
                    Assert.All(survey.Inputs, input => Assert.Equal(new InputEquilibria(1, 0, 0), input));
                },
                iter: 30
            );

    private static EnergyNetwork<double> New(int[] sizes, double feedback, ulong seed, double gain)
    {
        var topology = NetworkTopology.Layered(sizes, Activation.Tanh, Activation.Linear, feedback: feedback);
        var network = new EnergyNetwork<double>(topology);
        Initialization.FanIn(network.Parameters, new Pcg64(seed), gain);
        return network;
    }

    private static NetworkParameters<double> Filled(NetworkTopology topology)
    {
        var parameters = new NetworkParameters<double>(topology);
        Initialization.FanIn(parameters, new Pcg64(3));
        return parameters;
    }

    private static void Scale(EnergyNetwork<double> network, double factor)
    {
        foreach (ref var number in network.Parameters.Edit())
        {
            number *= factor;
        }
    }
}
