using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>Makes the networks of free-energy policies and what reads their energies.</summary>
public static class FreeEnergyNetwork
{
    /// <summary>A network at its start.</summary>
    /// <param name="inputSize">Numbers in an observation; at least 1.</param>
    /// <param name="actionCount">Actions; at least 1.</param>
    /// <param name="shape">Its shape and start.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">A feedback other than 1 for one hidden layer.</exception>
    public static EnergyNetwork<float> Create(int inputSize, int actionCount, FreeEnergyShape shape, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(random);
        SettingRules.Require(shape);
        var network = new EnergyNetwork<float>(Topology(inputSize, actionCount, shape));
        Draw(network.Parameters, shape.Start, random);
        return network;
    }

    /// <summary>The free energies of a network: on the fused kernels where they know it, settled elsewhere.</summary>
    /// <param name="capacity">The observations of a call at most; at least 1.</param>
    public static IFreeEnergies<float> Energies(EnergyNetwork<float> network, FreeEnergyOptions options, int capacity)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        return FreeEnergyRules.IsOneTanhLayer(network.Topology)
            ? new FusedFreeEnergies(network, capacity)
            : new SettledFreeEnergies<float>(network, Relaxation(options), capacity);
    }

    /// <summary>How hidden units settle with an action clamped.</summary>
    /// <param name="options">Sweeps and tolerance.</param>
    public static IRelaxation Relaxation(FreeEnergyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Network.Hidden.Length == 1
            ? new FixedPoint(maxSweeps: 1)
            : options.Relaxation.Create(options.Phase.Sweeps, options.Phase.Order);
    }

    private static NetworkTopology Topology(int inputSize, int actionCount, FreeEnergyShape shape) =>
        shape.Hidden.Length == 1 && shape.Activation == Activation.Tanh
            ? FusedFreeEnergies.Topology(inputSize, shape.Hidden[0], actionCount)
            : NetworkTopology.Layered(
                [inputSize, .. shape.Hidden, actionCount],
                shape.Activation,
                Activation.Linear,
                feedback: shape.Feedback
            );

    /// <summary>Draws parameters anew.</summary>
    /// <param name="parameters">Overwritten; of a network that <see cref="Create"/> made.</param>
    /// <param name="start">How they start.</param>
    /// <param name="random">The stream that they are drawn from.</param>
    public static void Draw(NetworkParameters<float> parameters, FreeEnergyStart start, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(random);
        NetworkTopology topology = parameters.Topology;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            var isAction = connection.From == topology.Output || connection.To == topology.Output;
            var bound = isAction ? start.ActionBound : start.Gain / Math.Sqrt(topology.Layers[connection.From].Size);
            var weights = parameters.EditWeights(index);
            for (var row = 0; row < weights.Rows; row++)
            {
                Uniform(weights[row], bound, random);
            }
        }

        foreach (var layer in topology.Free)
        {
            if (layer == topology.Output)
            {
                parameters.EditBiases(layer).Clear();
            }
            else
            {
                Uniform(parameters.EditBiases(layer), start.BiasBound, random);
            }
        }
    }

    private static void Uniform(Span<float> numbers, double bound, Pcg64 random)
    {
        foreach (ref var number in numbers)
        {
            number = (float)random.NextUniform(-bound, bound);
        }
    }
}
