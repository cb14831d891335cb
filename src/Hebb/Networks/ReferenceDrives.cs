using Hebb.Networks.Topology;

namespace Hebb.Networks;

/// <summary>What drives a layer, as plain loops in any number type: what it means, and what the fused kernels are held against.</summary>
internal static class ReferenceDrives
{
    /// <summary>Computes, for each free layer and example, b + sum W x over the clamped inputs x.</summary>
    /// <param name="state">A state whose input units are set; its constant drives are written.</param>
    internal static void Inputs<T>(EnergyNetwork<T> network, NetworkState<T> state)
        where T : unmanaged, INumberBase<T>
    {
        foreach (var layer in network.Topology.Free)
        {
            for (var row = 0; row < state.Rows; row++)
            {
                var drive = state.InputDrive(layer)[row];
                network.Parameters.Biases(layer).CopyTo(drive);
                Add(network, state, layer, row, fromInputs: true, drive);
            }
        }
    }

    /// <summary>drive = b + sum W s over everything that is connected to a layer.</summary>
    /// <param name="state">A state with its inputs clamped.</param>
    /// <param name="layer">A free layer.</param>
    /// <param name="drive">Receives the drive, one number a unit.</param>
    public static void Drive<T>(EnergyNetwork<T> network, NetworkState<T> state, int layer, int row, Span<T> drive)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(state);
        state.InputDrive(layer)[row].CopyTo(drive);
        Add(network, state, layer, row, fromInputs: false, drive);
    }

    private static void Add<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        int layer,
        int row,
        bool fromInputs,
        Span<T> drive
    )
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = network.Topology;
        foreach (Incoming incoming in topology.Incoming(layer))
        {
            if (topology.Layers[incoming.Source].Role is LayerRole.Input != fromInputs)
            {
                continue;
            }

            ReadOnlySpan<T> source = state.Sent(incoming.Source)[row];
            var weights = network.Parameters.Weights(incoming.Connection);
            var strength = T.CreateTruncating(incoming.Strength);
            for (var sender = 0; sender < source.Length; sender++)
            {
                var sent = strength * source[sender];
                for (var unit = 0; unit < drive.Length; unit++)
                {
                    drive[unit] += sent * (incoming.IsTransposed ? weights[unit][sender] : weights[sender][unit]);
                }
            }
        }
    }
}
