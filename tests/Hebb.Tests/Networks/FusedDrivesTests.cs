using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Networks;

/// <summary>Float32 adds up what drives a layer two products at a time, however many there are.</summary>
public sealed class FusedDrivesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_layer_is_driven_by_as_many_layers_as_there_are(int drivers) =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 11], Gen.Int[1, 40], Gen.ULong)
            .Sample(
                (inputs, rows, hub, seed) =>
                {
                    var random = new Pcg64(seed);
                    var network = new EnergyNetwork<double>(Star(drivers, inputs, hub, random));
                    Initialization.FanIn(network.Parameters, random, gain: 0.9);
                    AssertSettlesAlike(network, rows, random);
                },
                iter: 30
            );

    // Every input drives the hub and, the inputs in turn, the other hidden layers, each of which is connected to the hub
    // in one direction or the other. The output is one more that drives it.
    private static NetworkTopology Star(int drivers, int inputs, int hub, Pcg64 random)
    {
        List<Layer> layers =
        [
            .. Enumerable
                .Range(0, inputs)
                .Select(index => new Layer($"input{index}", Size(), LayerRole.Input, Activation.Linear)),
            new Layer("hub", hub, LayerRole.Hidden, Activation.Sigmoid),
            new Layer("output", Size(), LayerRole.Output, Activation.Tanh),
        ];
        List<Connection> connections = [new(inputs, inputs + 1)];
        connections.AddRange(Enumerable.Range(0, inputs).Select(input => new Connection(input, inputs)));
        for (var driver = 1; driver < drivers; driver++)
        {
            layers.Add(new Layer($"hidden{driver}", Size(), LayerRole.Hidden, Activation.Sigmoid));
            connections.Add(new Connection(driver % inputs, layers.Count - 1));
            connections.Add(
                random.NextDouble() < 0.5
                    ? new Connection(layers.Count - 1, inputs)
                    : new Connection(inputs, layers.Count - 1)
            );
        }

        var topology = new NetworkTopology(layers, connections);
        Assert.Equal(drivers, topology.IncomingFromFree(inputs).Length);
        Assert.Equal(inputs, topology.IncomingFromInputs(inputs).Length);
        return topology;

        int Size() => 1 + random.NextInteger(20);
    }

    private static void AssertSettlesAlike(EnergyNetwork<double> network, int rows, Pcg64 random)
    {
        var inputs = new AlignedMatrix<double>(rows, network.Topology.InputSize);
        var narrowInputs = new AlignedMatrix<float>(rows, network.Topology.InputSize);
        for (var row = 0; row < rows; row++)
        {
            RandomNetworks.Fill(inputs[row], random);
            for (var input = 0; input < network.Topology.InputSize; input++)
            {
                narrowInputs[row][input] = (float)inputs[row][input];
            }
        }

        EnergyNetwork<float> narrow = network.ConvertTo<float>();
        foreach (SweepOrder order in Enum.GetValues<SweepOrder>())
        {
            var state = new NetworkState<double>(network.Topology, rows);
            var rounded = new NetworkState<float>(network.Topology, rows);
            state.Clamp(network, inputs.All);
            rounded.Clamp(narrow, narrowInputs.All);
            var sweeps = new FixedPoint(3, 0, order);
            sweeps.Settle(network, state);
            sweeps.Settle(narrow, rounded);
            for (var row = 0; row < rows; row++)
            {
                RandomNetworks.AssertClose(RandomGraph.Units(state, row), RandomGraph.Units(rounded, row), 1e-5);
            }
        }
    }
}
