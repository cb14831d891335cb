using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Tests.Networks;

/// <summary>
/// A small network of any shape with an energy: one input or two, hidden layers in a chain, perhaps a connection that skips one and
/// one within a layer, an output or a readout.
/// </summary>
internal sealed record RandomGraph(
    int Hidden,
    bool HasSecondInput,
    bool HasSkip,
    bool HasLateral,
    bool HasReadout,
    Activation HiddenActivation,
    Activation OutputActivation,
    ulong Seed
)
{
    private static Gen<Activation> Activations { get; } =
        Gen.Int[0, Activation.All.Count - 1].Select(index => Activation.All[index]);

    public static Gen<RandomGraph> Any { get; } =
        Gen.Select(
            Gen.Int[1, 3],
            Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool),
            Activations,
            Activations,
            Gen.ULong,
            (hidden, has, activation, output, seed) =>
                new RandomGraph(hidden, has.Item1, has.Item2, has.Item3, has.Item4, activation, output, seed)
        );

    /// <summary>Chains, and graphs that only skip: no units of one group of a sweep are connected.</summary>
    public static Gen<RandomGraph> WithoutLateral { get; } =
        Any.Select(graph => graph with { HasLateral = false, HasReadout = false });

    public NetworkTopology Topology()
    {
        var random = new Pcg64(Seed);
        List<Layer> layers = [Layer("input", LayerRole.Input, Activation.Linear)];
        List<Connection> connections = [];
        for (var hidden = 1; hidden <= Hidden; hidden++)
        {
            layers.Add(Layer($"hidden{hidden}", LayerRole.Hidden, HiddenActivation));
            connections.Add(new Connection(hidden - 1, hidden));
        }

        var output = layers.Count;
        layers.Add(
            HasReadout
                ? Layer("output", LayerRole.Readout, Activation.Linear)
                : Layer("output", LayerRole.Output, OutputActivation)
        );
        connections.Add(new Connection(output - 1, output));
        if (HasSkip && Hidden >= 2)
        {
            connections.Add(new Connection(1, output));
        }

        if (HasLateral)
        {
            connections.Add(new Connection(1, 1));
        }

        if (HasSecondInput)
        {
            layers.Add(Layer("second", LayerRole.Input, Activation.HardSigmoid));
            connections.Add(new Connection(layers.Count - 1, Hidden));
        }

        return new NetworkTopology(layers, connections);

        Layer Layer(string name, LayerRole role, Activation activation) =>
            new(name, 1 + (int)(random.NextDouble() * 8), role, activation);
    }

    /// <summary>A network in which all symmetric weights between free units together have a Frobenius norm.</summary>
    public EnergyNetwork<double> Network(double norm)
    {
        var network = new EnergyNetwork<double>(Topology());
        Fill(network, norm, Seed + 1);
        return network;
    }

    public static void Fill(EnergyNetwork<double> network, double norm, ulong seed)
    {
        var topology = network.Topology;
        var random = new Pcg64(seed);
        Initialization.XavierUniform(network.Parameters, random);
        foreach (var layer in topology.Free)
        {
            RandomNetworks.Fill(network.Parameters.EditBiases(layer), random, 0.5);
        }

        var squares = 0.0;
        foreach (var connection in Between(topology))
        {
            var weights = network.Parameters.Weights(connection);
            for (var row = 0; row < weights.Rows; row++)
            {
                foreach (var weight in weights[row])
                {
                    squares += (topology.Connections[connection].IsLateral ? 1 : 2) * weight * weight;
                }
            }
        }

        foreach (var connection in Between(topology))
        {
            var weights = network.Parameters.EditWeights(connection);
            for (var row = 0; row < weights.Rows; row++)
            {
                foreach (ref var weight in weights[row])
                {
                    weight *= squares == 0 ? 0 : norm / Math.Sqrt(squares);
                }
            }
        }
    }

    /// <summary>A state with random inputs, its free units somewhere in their ranges.</summary>
    public static NetworkState<double> State(EnergyNetwork<double> network, int rows, ulong seed, bool fromRest = false)
    {
        var random = new Pcg64(seed + 2);
        var topology = network.Topology;
        var state = new NetworkState<double>(topology, rows);
        var inputs = new AlignedMatrix<double>(rows, topology.InputSize);
        for (var row = 0; row < rows; row++)
        {
            RandomNetworks.Fill(inputs[row], random);
        }

        state.Clamp(network, inputs.All);
        foreach (var layer in topology.Free)
        {
            for (var row = 0; row < rows && !fromRest; row++)
            {
                foreach (ref var unit in state.Units(layer)[row])
                {
                    unit = random.NextUniform(0.05, 0.95);
                }
            }
        }

        return state;
    }

    /// <summary>Targets that are probabilities, for every cost.</summary>
    public static AlignedMatrix<double> Targets(NetworkTopology topology, int rows, ulong seed)
    {
        var random = new Pcg64(seed + 3);
        var targets = new AlignedMatrix<double>(rows, topology.OutputSize);
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            foreach (ref var target in targets[row])
            {
                target = random.NextDouble();
                sum += target;
            }

            foreach (ref var target in targets[row])
            {
                target /= sum;
            }
        }

        return targets;
    }

    /// <summary>All free units of an example, layer after layer.</summary>
    public static double[] Units<T>(NetworkState<T> state, int row)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        List<double> units = [];
        foreach (var layer in state.Topology.Free)
        {
            foreach (var unit in state.Units(layer)[row])
            {
                units.Add(double.CreateTruncating(unit));
            }
        }

        return [.. units];
    }

    private static IEnumerable<int> Between(NetworkTopology topology) =>
        Enumerable
            .Range(0, topology.Connections.Length)
            .Where(index => topology.Layers[topology.Connections[index].From].Role is not LayerRole.Input);
}
