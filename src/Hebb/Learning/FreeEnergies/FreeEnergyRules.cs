using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Learning.FreeEnergies;

/// <summary>What free energies can be asked of.</summary>
internal static class FreeEnergyRules
{
    /// <summary>Refuses observations that do not fit.</summary>
    public static void RequireInputs<T>(IFreeEnergies<T> energies, ReadOnlyMatrixSpan<T> inputs)
        where T : unmanaged, INumberBase<T>
    {
        var size = energies.Network.Topology.InputSize;
        if (inputs.Columns != size || inputs.Rows < 1 || inputs.Rows > energies.Capacity)
        {
            throw new ArgumentException(
                $"inputs: {inputs.Rows} rows of {inputs.Columns}; 1 to {energies.Capacity} rows of {size} are needed",
                nameof(inputs)
            );
        }
    }

    /// <summary>Refuses factors that are not one for each observation and action.</summary>
    public static void RequireFactors<T>(IFreeEnergies<T> energies, ReadOnlyMatrixSpan<T> factors, int observations)
        where T : unmanaged, INumberBase<T>
    {
        var actions = energies.Network.Topology.OutputSize;
        if (factors.Rows != observations || factors.Columns != actions)
        {
            throw new ArgumentException(
                $"factors: {factors.Rows} rows of {factors.Columns}; {observations} rows of {actions} are needed",
                nameof(factors)
            );
        }
    }

    /// <summary>Refuses a network that the fused kernels do not know.</summary>
    public static void RequireOneTanhLayer(NetworkTopology topology)
    {
        if (!IsOneTanhLayer(topology))
        {
            throw new TopologyException(
                "network: the fused kernels take one hidden layer of tanh units, driven by inputs and actions, linear outputs and no other layer"
            );
        }
    }

    /// <summary>Whether the fused kernels know a network: tanh units that inputs and actions drive, as <see cref="FusedFreeEnergies.Topology"/> makes it.</summary>
    public static bool IsOneTanhLayer(NetworkTopology topology) =>
        topology.Layers.Length == 3
        && topology.Layers[0] is { Role: LayerRole.Input } input
        && topology.Layers[1] is { Role: LayerRole.Hidden, EnergyWeight: 1 } hidden
        && topology.Layers[2] is { Role: LayerRole.Output } output
        && input.Activation == Activation.Linear
        && hidden.Activation == Activation.Tanh
        && output.Activation == Activation.Linear
        && topology.Connections.Length == 2
        && topology.Connections[0] == new Connection(0, 1)
        && topology.Connections[1] == new Connection(2, 1);
}
