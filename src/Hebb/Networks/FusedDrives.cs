using System.Runtime.InteropServices;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
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
    /// <param name="state">A state whose input units are set.</param>
    public static void Inputs(EnergyNetwork<float> network, NetworkState<float> state)
    {
        foreach (var layer in network.Topology.Free)
        {
            ref readonly var biases = ref MemoryMarshal.GetReference(network.Parameters.PaddedBiases(layer));
            Run(
                network,
                state,
                network.Topology.IncomingFromInputs(layer),
                in biases,
                0,
                Activation.Linear,
                state.InputDrive(layer),
                state.NextMatrix(layer),
                state.Rows
            );
        }
    }

    /// <summary>Computes the next units of a layer: rho of everything that drives it.</summary>
    /// <param name="state">The state; its next units are written.</param>
    /// <param name="activation">rho; linear for the drive itself.</param>
    public static void Next(
        EnergyNetwork<float> network,
        NetworkState<float> state,
        int layer,
        Activation activation,
        int rows
    )
    {
        AlignedMatrix<float> start = state.InputDrive(layer);
        ImmutableArray<Incoming> from = network.Topology.IncomingFromFree(layer);
        // Such products leave the padding where it is: only of linear units is that also where it comes to rest.
        if (
            from.Length == 1
            && !from[0].IsTransposed
            && network.Topology.Layers[layer].Activation == Activation.Linear
            && network.ByReceiver(from[0].Connection) is { } weights
        )
        {
            NarrowProduct.Run(state.Sent(from[0].Source), weights, start, state.NextMatrix(layer), rows);
            return;
        }

        Run(
            network,
            state,
            from,
            in start.Start,
            start.Stride,
            activation,
            state.NextMatrix(layer),
            state.PartialDrive(layer),
            rows
        );
    }

    // Two products at a time. What is in between goes to and fro between result and room, and ends in the result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run(
        EnergyNetwork<float> network,
        NetworkState<float> state,
        ImmutableArray<Incoming> incoming,
        ref readonly float start,
        nint startStride,
        Activation activation,
        AlignedMatrix<float> result,
        AlignedMatrix<float>? room,
        int rows
    )
    {
        for (var index = 0; ; index += 2)
        {
            var after = (incoming.Length - index - 1) / 2;
            AlignedMatrix<float> to = after % 2 == 0 ? result : room!;
            var sum = new ProductSum(in start, startStride, ref to.Start, to.Stride, rows, to.Columns);
            if (index < incoming.Length)
            {
                SetTerm(network, state, incoming[index], rows, ref sum.One);
            }

            if (index + 1 < incoming.Length)
            {
                SetTerm(network, state, incoming[index + 1], rows, ref sum.Two);
            }

            if (after <= 0)
            {
                activation.Product(sum);
                return;
            }

            Activation.Linear.Product(sum);
            start = ref to.Start;
            startStride = to.Stride;
        }
    }

    private static void SetTerm(
        EnergyNetwork<float> network,
        NetworkState<float> state,
        Incoming incoming,
        int rows,
        ref ProductTerm term
    )
    {
        AlignedMatrix<float> sent = state.Sent(incoming.Source);
        if (rows >= MatrixProduct.LeastTile && network.InPanels(incoming) is { } panels)
        {
            term = new ProductTerm(in sent.Start, sent.Stride, in panels.Start, 0, sent.Columns, isInPanels: true);
            return;
        }

        if (incoming.IsTransposed)
        {
            AlignedMatrix<float> weights = network.Transposed(incoming.Connection);
            term = new ProductTerm(in sent.Start, sent.Stride, in weights.Start, weights.Stride, sent.Columns);
        }
        else
        {
            ref readonly var weights = ref network.Parameters.FirstWeight(incoming.Connection, out var stride);
            term = new ProductTerm(in sent.Start, sent.Stride, in weights, stride, sent.Columns);
        }
    }
}
