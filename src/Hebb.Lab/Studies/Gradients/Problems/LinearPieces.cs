using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>Where the units of piecewise linear activations are: on which piece, and how far from its ends.</summary>
internal static class LinearPieces
{
    /// <summary>How near the drive of any unit is to a kink of its activation; infinite where there is no kink.</summary>
    /// <param name="state">Its settled state, or that of its feedforward twin.</param>
    /// <param name="forwardOnly">Whether connections act along their direction only, as in the twin.</param>
    public static double NearestKink(EnergyNetwork<double> network, NetworkState<double> state, bool forwardOnly)
    {
        NetworkTopology topology = network.Topology;
        var nearest = double.PositiveInfinity;
        foreach (var layer in topology.Free)
        {
            Activation activation = topology.Layers[layer].Activation;
            var drive = new double[topology.Layers[layer].Size];
            for (var row = 0; row < state.Rows && activation.IsPiecewiseLinear; row++)
            {
                Drive(network, state, layer, row, forwardOnly, drive);
                foreach (var unit in drive)
                {
                    nearest = Math.Min(nearest, Math.Abs(unit - activation.Minimum));
                    nearest = Math.Min(nearest, Math.Abs(unit - activation.Maximum));
                }
            }
        }

        return nearest;
    }

    /// <summary>Whether all units are on the same pieces in two settled states.</summary>
    /// <param name="other">The other, of the same network and examples.</param>
    public static bool AreSame(NetworkState<double> one, NetworkState<double> other)
    {
        NetworkTopology topology = one.Topology;
        foreach (var layer in topology.Free)
        {
            Activation activation = topology.Layers[layer].Activation;
            for (var row = 0; row < one.Rows && activation.IsPiecewiseLinear; row++)
            {
                var units = one.Units(layer)[row];
                for (var unit = 0; unit < units.Length; unit++)
                {
                    if (Piece(activation, units[unit]) != Piece(activation, other.Units(layer)[row][unit]))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    // At an end of the range a unit is flat: it gets there from beyond the kink only, but for the kink itself.
    private static int Piece(Activation activation, double activity) =>
        activity <= activation.Minimum ? -1
        : activity >= activation.Maximum ? 1
        : 0;

    private static void Drive(
        EnergyNetwork<double> network,
        NetworkState<double> state,
        int layer,
        int row,
        bool forwardOnly,
        Span<double> drive
    )
    {
        network.Parameters.Biases(layer).CopyTo(drive);
        foreach ((var connection, var source, var isTransposed, var strength) in network.Topology.Incoming(layer))
        {
            // While it is free a readout sends nothing back.
            if (isTransposed && (forwardOnly || network.Topology.Layers[source].Role is LayerRole.Readout))
            {
                continue;
            }

            var weights = network.Parameters.Weights(connection);
            var senders = state.Units(source)[row];
            var isLateral = source == layer;
            for (var sender = 0; sender < senders.Length; sender++)
            {
                for (var unit = 0; unit < drive.Length; unit++)
                {
                    var weight = isTransposed && !isLateral ? weights[unit][sender] : weights[sender][unit];
                    drive[unit] += strength * weight * senders[sender];
                }
            }
        }
    }
}
