using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Relaxation;

/// <summary>F = E + beta C (report, eq. 3; primitive form, see <see cref="EnergyNetwork{T}"/>), what relaxations descend.</summary>
public static class TotalEnergy
{
    /// <summary>
    /// F of one example. Where there is a readout, C is asked of what it would read of the units as they are, and E leaves it out.
    /// </summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="network">A network all of whose connections are symmetric.</param>
    /// <param name="state">A state with its inputs clamped.</param>
    /// <param name="nudge">What is added to the energy; with the default F is E.</param>
    /// <exception cref="TopologyException">A connection is directed: there is no energy.</exception>
    public static T Of<T>(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int row)
        where T : unmanaged, INumberBase<T>
    {
        var energy = NetworkEnergy.Energy(network, state, row);
        if (nudge.IsNone)
        {
            return energy;
        }

        var target = nudge.Targets[state.ExampleAt(row)];
        var output = network.Topology.Output;
        if (network.Topology.Layers[output].Role is not LayerRole.Readout)
        {
            return energy + (nudge.Beta * nudge.Cost!.Value(state.Outputs[row], target));
        }

        var reading = new T[target.Length];
        ReferenceDrives.Drive<T>(network, state, output, row, reading);
        return energy + (nudge.Beta * nudge.Cost!.Value<T>(reading, target));
    }
}
