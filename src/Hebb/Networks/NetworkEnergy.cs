using Hebb.Networks.Topology;

namespace Hebb.Networks;

/// <summary>
/// The energy of a network, E = sum G(s) - sum W s s' - sum b s (primitive form; see <see cref="EnergyNetwork{T}"/>), and
/// what follows from it, one example at a time, in any real number type.
/// </summary>
/// <remarks>A readout is no part of the energy: it reads, and only its cost acts.</remarks>
public static class NetworkEnergy
{
    /// <summary>E of one example. Every pair of units counts once; the inputs' own terms, being constant, are left out.</summary>
    /// <remarks>
    /// Biases and inputs enter as the drives that <see cref="NetworkState{T}.Clamp"/> computed, as they do in every sweep: after a
    /// change of the parameters the inputs must be clamped anew.
    /// </remarks>
    /// <param name="network">A network all of whose connections are symmetric.</param>
    /// <param name="state">A state with its inputs clamped.</param>
    /// <exception cref="TopologyException">A connection is directed: there is no energy.</exception>
    public static T Energy<T>(EnergyNetwork<T> network, NetworkState<T> state, int row)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(state);
        NetworkTopology topology = network.Topology;
        RequireEnergy(topology);
        var half = T.One / (T.One + T.One);
        var energy = T.Zero;
        foreach (var layer in topology.Free)
        {
            if (topology.Layers[layer].Role is LayerRole.Readout)
            {
                continue;
            }

            ReadOnlySpan<T> units = state.Units(layer)[row];
            T own = topology.Layers[layer].Activation.Potential(units) - Dot(state.InputDrive(layer)[row], units);
            energy += T.CreateTruncating(topology.Layers[layer].EnergyWeight) * own;
        }

        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            if (
                topology.Layers[connection.From].Role is LayerRole.Input
                || topology.Layers[connection.To].Role is LayerRole.Readout
            )
            {
                continue;
            }

            var weights = network.Parameters.Weights(index);
            ReadOnlySpan<T> from = state.Units(connection.From)[row];
            ReadOnlySpan<T> to = state.Units(connection.To)[row];
            var sum = T.Zero;
            for (var unit = 0; unit < from.Length; unit++)
            {
                sum += from[unit] * Dot(weights[unit], to);
            }

            sum *= T.CreateTruncating(topology.Layers[connection.To].EnergyWeight);
            energy -= connection.IsLateral ? half * sum : sum;
        }

        return energy;
    }

    /// <summary>
    /// What moves the units of a layer: drive - G'(s), which is minus dE/ds over the layer's energy weight where the network
    /// has an energy. At a settled
    /// unit it is 0, or points out of the range of its activation.
    /// </summary>
    /// <param name="state">A state with its inputs clamped.</param>
    /// <param name="layer">A free layer.</param>
    /// <param name="force">Receives the force, one number a unit.</param>
    public static void Force<T>(EnergyNetwork<T> network, NetworkState<T> state, int layer, int row, Span<T> force)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(state);
        var units = state.Units(layer)[row];
        var inverse = new T[units.Length];
        network.Topology.Layers[layer].Activation.Inverse<T>(units, inverse);
        ReferenceDrives.Drive(network, state, layer, row, force);
        for (var unit = 0; unit < units.Length; unit++)
        {
            force[unit] -= inverse[unit];
        }
    }

    /// <summary>Refuses a network without an energy.</summary>
    internal static void RequireEnergy(NetworkTopology topology)
    {
        if (!topology.HasEnergy)
        {
            throw new TopologyException(
                "network: a connection is directed, and a vector field has no energy; symmetric connections are needed"
            );
        }
    }

    private static T Dot<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : unmanaged, INumberBase<T>
    {
        var sum = T.Zero;
        for (var index = 0; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }
}
