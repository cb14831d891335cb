using CsCheck;
using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Report.Shallow;

namespace Hebb.Tests.Networks;

public sealed class NetworkEnergyTests
{
    [Fact]
    public void The_force_is_minus_the_derivative_of_the_energy() =>
        RandomGraph.Any.Sample(graph =>
        {
            var network = graph.Network(1.5);
            var state = RandomGraph.State(network, 2, graph.Seed);
            foreach (var layer in network.Topology.Free)
            {
                if (network.Topology.Layers[layer].Role is LayerRole.Readout)
                {
                    continue;
                }

                var force = new double[network.Topology.Layers[layer].Size];
                NetworkEnergy.Force(network, state, layer, row: 1, force);
                for (var unit = 0; unit < force.Length; unit++)
                {
                    Assert.Equal(
                        -Slope(state, layer, unit, () => NetworkEnergy.Energy(network, state, 1)),
                        force[unit],
                        1e-6
                    );
                }
            }
        });

    [Fact]
    public void The_total_energy_has_the_force_of_the_nudge_as_well() =>
        RandomGraph.Any.Sample(graph =>
        {
            const double beta = 0.4;
            var network = graph.Network(1);
            var state = RandomGraph.State(network, 2, graph.Seed);
            var targets = RandomGraph.Targets(network.Topology, 2, graph.Seed);
            ICost cost = graph.HasReadout ? new SoftmaxCrossEntropy() : SquaredError.Half;
            var output = network.Topology.Output;
            var reading = new double[targets.Columns];
            Read();
            var expected = NetworkEnergy.Energy(network, state, 1) + (beta * cost.Value<double>(reading, targets[1]));
            Assert.Equal(expected, Total(), 1e-12);
            Assert.Equal(NetworkEnergy.Energy(network, state, 1), TotalEnergy.Of(network, state, default, 1));

            // The slope in a unit that the cost depends on: the output, or what the readout reads.
            var layer = network.Topology.Incoming(output)[0].Source;
            if (!graph.HasReadout)
            {
                var gradient = new double[reading.Length];
                cost.Gradient<double>(reading, targets[1], gradient);
                var force = new double[reading.Length];
                NetworkEnergy.Force(network, state, output, 1, force);
                Assert.Equal((beta * gradient[0]) - force[0], Slope(state, output, 0, Total), 1e-6);
            }
            else if (network.Topology.Layers[layer].Role is LayerRole.Hidden)
            {
                var gradient = new double[reading.Length];
                cost.Gradient<double>(reading, targets[1], gradient);
                var force = new double[network.Topology.Layers[layer].Size];
                NetworkEnergy.Force(network, state, layer, 1, force);
                var weights = network.Parameters.Weights(network.Topology.Incoming(output)[0].Connection);
                var back = 0.0;
                for (var index = 0; index < gradient.Length; index++)
                {
                    back += weights[0][index] * gradient[index];
                }

                state.Force.Span.Clear();
                NetworkEnergy.Force(network, state, layer, 1, force);
                Assert.Equal((beta * back) - force[0], Slope(state, layer, 0, Total), 1e-6);
            }

            double Total() => TotalEnergy.Of(network, state, new Nudge<double>(beta, cost, targets.All), 1);

            void Read()
            {
                if (graph.HasReadout)
                {
                    ReferenceDrives.Drive(network, state, output, 1, reading);
                }
                else
                {
                    state.Outputs[1].CopyTo(reading);
                }
            }
        });

    [Fact]
    public void With_hard_sigmoids_it_is_the_energy_of_the_report() =>
        RandomNetworks.Shapes.Sample(shape =>
        {
            var shallow = RandomNetworks.Network<double>(shape);
            var network = General(shallow);
            var random = new Pcg64(shape.Seed + 9);
            var inputs = new double[shape.Inputs];
            RandomNetworks.Fill<double>(inputs, random);
            var expected = new ShallowState<double>(shallow);
            expected.Clamp(shallow, inputs);
            var state = new NetworkState<double>(network.Topology);
            state.Clamp(network, new ReadOnlyMatrixSpan<double>(inputs, 1, inputs.Length, inputs.Length));
            for (var unit = 0; unit < shape.Hidden; unit++)
            {
                expected.Hidden[unit] = state.Units(1)[0][unit] = random.NextDouble();
            }

            for (var unit = 0; unit < shape.Outputs; unit++)
            {
                expected.Outputs[unit] = state.Outputs[0][unit] = random.NextDouble();
            }

            Assert.Equal(ShallowEnergy.Energy(shallow, expected), NetworkEnergy.Energy(network, state, 0), 1e-10);

            // And both flows take the same steps down it.
            new ShallowGradientFlow<double>(shallow, 0.3).Settle(shallow, expected, 5, 0, SquaredError.Half, default);
            new GradientFlow(0.3, 5).Settle(network, state);
            RandomNetworks.AssertClose(expected.Hidden[..shape.Hidden], state.Units(1)[0], 1e-12);
            RandomNetworks.AssertClose(expected.Outputs, state.Outputs[0], 1e-12);
        });

    [Fact]
    public void A_vector_field_has_no_energy()
    {
        var topology = NetworkTopology.Layered([2, 3, 1], Activation.Tanh, Activation.Linear).WithSeparateFeedback();
        var network = new EnergyNetwork<double>(topology);

        Assert.Throws<TopologyException>(() =>
            NetworkEnergy.Energy(network, new NetworkState<double>(network.Topology), 0)
        );
    }

    private static double Slope(NetworkState<double> state, int layer, int unit, Func<double> function)
    {
        const double step = 1e-6;
        ref var place = ref state.Units(layer)[1][unit];
        var kept = place;
        place = kept + step;
        var above = function();
        place = kept - step;
        var below = function();
        place = kept;
        return (above - below) / (2 * step);
    }

    private static EnergyNetwork<double> General(ShallowParameters<double> shallow)
    {
        var network = new EnergyNetwork<double>(
            NetworkTopology.Layered(
                [shallow.InputSize, shallow.HiddenSize, shallow.OutputSize],
                Activation.HardSigmoid,
                Activation.HardSigmoid,
                Activation.HardSigmoid
            )
        );
        for (var input = 0; input < shallow.InputSize; input++)
        {
            shallow.InputWeights(input)[..shallow.HiddenSize].CopyTo(network.Parameters.EditWeights(0)[input]);
        }

        for (var hidden = 0; hidden < shallow.HiddenSize; hidden++)
        {
            for (var output = 0; output < shallow.OutputSize; output++)
            {
                network.Parameters.EditWeights(1)[hidden][output] = shallow.OutputWeights(output)[hidden];
            }
        }

        shallow.HiddenBiases[..shallow.HiddenSize].CopyTo(network.Parameters.EditBiases(1));
        shallow.OutputBiases.CopyTo(network.Parameters.EditBiases(2));
        return network;
    }
}
