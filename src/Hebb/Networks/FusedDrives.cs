using System.Collections.Immutable;
using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Networks;

/// <summary>
/// What drives a layer, in float32 and for all examples at once: every layer's update is one sum of matrix products with
/// the biases, and the activation taken while the sums are in registers.
/// </summary>
internal static class FusedDrives
{
    /// <summary>Computes, for each free layer, its biases and what the clamped inputs drive.</summary>
    /// <param name="network">The network.</param>
    /// <param name="state">A state whose input units are set.</param>
    public static void Inputs(EnergyNetwork<float> network, NetworkState<float> state)
    {
        foreach (var layer in network.Topology.Free)
        {
            var biases = network.Parameters.PaddedBiases(layer);
            var start = new ReadOnlyMatrixSpan<float>(biases, state.Rows, network.Topology.Layers[layer].Size, 0);
            Run(
                network,
                state,
                network.Topology.IncomingFromInputs(layer),
                start,
                Activation.Linear,
                state.InputDrive(layer),
                state.NextMatrix(layer),
                state.Rows
            );
        }
    }

    /// <summary>Computes the next units of a layer: rho of everything that drives it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="state">The state; its next units are written.</param>
    /// <param name="layer">A free layer.</param>
    /// <param name="activation">rho; linear for the drive itself.</param>
    /// <param name="rows">The active examples.</param>
    public static void Next(
        EnergyNetwork<float> network,
        NetworkState<float> state,
        int layer,
        Activation activation,
        int rows
    ) =>
        Run(
            network,
            state,
            network.Topology.IncomingFromFree(layer),
            state.InputDrive(layer).All,
            activation,
            state.NextMatrix(layer),
            state.PartialDrive(layer),
            rows
        );

    // Two products at a time. What is in between goes to and fro between result and room, and ends in the result.
    private static void Run(
        EnergyNetwork<float> network,
        NetworkState<float> state,
        ImmutableArray<Incoming> incoming,
        ReadOnlyMatrixSpan<float> start,
        Activation activation,
        AlignedMatrix<float> result,
        AlignedMatrix<float>? room,
        int rows
    )
    {
        var from = start;
        for (var index = 0; ; index += 2)
        {
            var one = index < incoming.Length ? Term(network, state, incoming[index]) : default;
            var two = index + 1 < incoming.Length ? Term(network, state, incoming[index + 1]) : default;
            var after = (incoming.Length - index - 1) / 2;
            if (after <= 0)
            {
                activation.Product(from, one, two, result.All, rows);
                return;
            }

            var to = after % 2 == 0 ? result.All : room!.All;
            Activation.Linear.Product(from, one, two, to, rows);
            from = to;
        }
    }

    private static ProductTerm Term(EnergyNetwork<float> network, NetworkState<float> state, Incoming incoming) =>
        new(
            state.Sent(incoming.Source).All,
            incoming.IsTransposed
                ? network.Transposed(incoming.Connection)
                : network.Parameters.Weights(incoming.Connection)
        );
}
