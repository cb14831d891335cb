using Hebb.Catalogues;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Agents.Approximators;

/// <summary>Makes the networks of free-energy policies and what reads their energies.</summary>
public static class FreeEnergyNetwork
{
    /// <summary>A network at its start.</summary>
    /// <param name="inputSize">Numbers in an observation; at least 1.</param>
    /// <param name="actionCount">Actions; at least 1.</param>
    /// <param name="options">Its shape and start.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">A feedback other than 1 for one hidden layer.</exception>
    public static EnergyNetwork<float> Create(int inputSize, int actionCount, FreeEnergyOptions options, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        var network = new EnergyNetwork<float>(Topology(inputSize, actionCount, options));
        Draw(network.Parameters, options, random);
        return network;
    }

    /// <summary>The free energies of a network: on the fused kernels where they know it, settled elsewhere.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How it settles.</param>
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
        return options.Hidden.Length == 1
            ? new FixedPoint(maxSweeps: 1)
            : RelaxationCatalogue.Create(
                options.Relaxation,
                new RelaxationOptions(
                    options.Sweeps,
                    options.Tolerance,
                    options.Order,
                    options.FlowStep,
                    options.SweepMomentum,
                    options.Window
                )
            );
    }

    private static NetworkTopology Topology(int inputSize, int actionCount, FreeEnergyOptions options)
    {
        options.Validate();
        if (options.Hidden.Length > 1)
        {
            return NetworkTopology.Layered(
                [inputSize, .. options.Hidden, actionCount],
                options.Activation,
                Activation.Linear,
                feedback: options.Feedback
            );
        }

        return options.Activation == Activation.Tanh
            ? FusedFreeEnergies.Topology(inputSize, options.Hidden[0], actionCount)
            : NetworkTopology.Layered(
                [inputSize, options.Hidden[0], actionCount],
                options.Activation,
                Activation.Linear
            );
    }

    /// <summary>Draws parameters anew.</summary>
    /// <param name="parameters">Overwritten; of a network that <see cref="Create"/> made.</param>
    /// <param name="options">How they start.</param>
    /// <param name="random">The stream that they are drawn from.</param>
    public static void Draw(NetworkParameters<float> parameters, FreeEnergyOptions options, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        NetworkTopology topology = parameters.Topology;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            var isAction = connection.From == topology.Output || connection.To == topology.Output;
            var bound = isAction
                ? options.ActionBound
                : options.Gain / Math.Sqrt(topology.Layers[connection.From].Size);
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
                Uniform(parameters.EditBiases(layer), options.BiasBound, random);
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
