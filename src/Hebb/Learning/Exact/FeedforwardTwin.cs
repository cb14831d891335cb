using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning.Exact;

/// <summary>
/// The feedforward twin of a network: the same parameters, each connection acting forward only, each layer computed once.
/// What <see cref="Backpropagation"/> trains, and how what it trained predicts: evaluation does not settle.
/// </summary>
public static class FeedforwardTwin
{
    /// <summary>Whether a graph can be read so: every connection leads from an earlier layer to a later one.</summary>
    public static bool Exists(NetworkTopology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return IndexOfNotForward(topology) < 0;
    }

    /// <summary>Computes all layers, one after another.</summary>
    /// <param name="state">Receives the activities: a row an example.</param>
    /// <param name="inputs">A row an example, as wide as the network's inputs, no more than the state holds.</param>
    /// <exception cref="TopologyException">A connection lies within a layer or leads back.</exception>
    public static void Run<T>(EnergyNetwork<T> network, NetworkState<T> state, ReadOnlyMatrixSpan<T> inputs)
        where T : unmanaged, INumberBase<T> => Compute(network, state, inputs, adjoint: null);

    /// <summary>Computes all layers and the slopes of their activations.</summary>
    /// <inheritdoc cref="Run"/>
    /// <param name="state">Receives the activities.</param>
    /// <param name="inputs">A row an example.</param>
    /// <param name="adjoint">Receives the slopes; null where none are needed.</param>
    internal static void Compute<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        ReadOnlyMatrixSpan<T> inputs,
        AdjointState<T>? adjoint
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(state);
        NetworkTopology topology = network.Topology;
        RequireForward(topology);
        state.Reset();
        state.Clamp(network, inputs);
        adjoint?.Resize(state.Rows);
        foreach (var layer in topology.Free)
        {
            var units = state.Units(layer);
            Drive(network, state, layer, units);
            Activation activation = topology.Layers[layer].Activation;
            adjoint?.SetSlopes(activation, layer, units);

            // All rows at once, the padding too, which then is at rest as everywhere else.
            activation.Apply<T>(units.Span, units.Span);
        }
    }

    /// <summary>A pass as a phase: one sweep an example, all settled; not finite outputs count as diverged.</summary>
    /// <param name="state">The state after the pass.</param>
    internal static Settling Summarise<T>(NetworkState<T> state)
        where T : unmanaged, INumberBase<T>
    {
        var diverged = 0;
        var outputs = state.Outputs;
        for (var row = 0; row < outputs.Rows; row++)
        {
            foreach (var output in outputs[row])
            {
                if (!T.IsFinite(output))
                {
                    diverged++;
                    break;
                }
            }
        }

        return new Settling(state.Rows, state.Rows, MostSweeps: 1, Unsettled: 0, diverged, LargestResidual: 0);
    }

    private static void Drive<T>(EnergyNetwork<T> network, NetworkState<T> state, int layer, MatrixSpan<T> drive)
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = network.Topology;
        state.InputDrive(layer).First(drive.Rows).Span.CopyTo(drive.Span);
        foreach (Incoming incoming in topology.Incoming(layer))
        {
            if (!incoming.IsTransposed && topology.Layers[incoming.Source].Role is not LayerRole.Input)
            {
                LayerPass.AddDrive(network, incoming, state.Units(incoming.Source), drive);
            }
        }
    }

    private static void RequireForward(NetworkTopology topology)
    {
        var index = IndexOfNotForward(topology);
        if (index >= 0)
        {
            (var from, var to, _) = topology.Connections[index];
            var what = from == to ? "lies within a layer" : "leads back";
            throw new TopologyException(
                $"connection {index} ({from} to {to}): it {what}; a feedforward twin needs connections from earlier to later layers"
            );
        }
    }

    // Of the first connection that lies within a layer or leads back; -1 where there is none.
    private static int IndexOfNotForward(NetworkTopology topology)
    {
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            (var from, var to, _) = topology.Connections[index];
            if (from >= to)
            {
                return index;
            }
        }

        return -1;
    }
}
