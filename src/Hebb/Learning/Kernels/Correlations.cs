using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Learning.Kernels;

/// <summary>
/// Hebbian correlations of settled states: for each connection the sum over examples of s s', for each bias of s, times the
/// <see cref="Layer.EnergyWeight"/> of the layer where it ends. They are minus the energy's derivatives in the parameters.
/// </summary>
/// <remarks>
/// A readout stands in them with the force of its cost, so that they are minus the derivatives of F there too.
/// Within a layer each pair of units has one weight, which is stored twice.
/// </remarks>
internal static class Correlations
{
    /// <summary>Adds scale times the correlations of a state.</summary>
    /// <param name="scale">The factor.</param>
    /// <param name="target">What is added to.</param>
    public static void Add<T>(NetworkState<T> state, T scale, NetworkParameters<T> target)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(target);
        target.RequireSameShape(state.Topology);
        NetworkTopology topology = state.Topology;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            var from = state.Sent(connection.From).First(state.Rows);
            var to = state.Sent(connection.To).First(state.Rows);
            OuterProducts.Add(
                from,
                to,
                Weighted(topology, connection.To, scale),
                adds: true,
                target.EditWeights(index)
            );
            if (connection.IsLateral)
            {
                OuterProducts.ClearDiagonal(target.EditWeights(index));
            }
        }

        foreach (var layer in topology.Free)
        {
            OuterProducts.AddRows(
                state.Sent(layer).First(state.Rows),
                Weighted(topology, layer, scale),
                target.EditBiases(layer)
            );
        }
    }

    /// <summary>Adds the correlations of a state, each example's times a factor of its own.</summary>
    /// <param name="factors">A factor for each example.</param>
    /// <param name="target">What is added to.</param>
    /// <exception cref="ArgumentException">There are more or fewer factors, or the target is of another network.</exception>
    public static void Add<T>(NetworkState<T> state, ReadOnlySpan<T> factors, NetworkParameters<T> target)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(target);
        target.RequireSameShape(state.Topology);
        if (factors.Length != state.Rows)
        {
            throw new ArgumentException(
                $"factors: {factors.Length} of them; {state.Rows} are needed, one for each example",
                nameof(factors)
            );
        }

        NetworkTopology topology = state.Topology;
        ScaledUnits<T> scaled = state.Workspace(static like => new ScaledUnits<T>(like));
        scaled.Set(state, factors);
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            OuterProducts.Add(
                state.Sent(connection.From).First(state.Rows),
                scaled.Of(connection.To),
                Weighted(topology, connection.To, T.One),
                adds: true,
                target.EditWeights(index)
            );
            if (connection.IsLateral)
            {
                OuterProducts.ClearDiagonal(target.EditWeights(index));
            }
        }

        foreach (var layer in topology.Free)
        {
            OuterProducts.AddRows(scaled.Of(layer), Weighted(topology, layer, T.One), target.EditBiases(layer));
        }
    }

    /// <summary>Takes scale times the difference of the correlations of two states of the same examples.</summary>
    /// <remarks>
    /// Written as mean times difference, s s'(high) - s s'(low) = mean(s) delta(s') + delta(s) mean(s'), which loses no
    /// more digits to cancellation than the difference of the states has. A directed connection has the first term alone, as the rule of the vector
    /// field asks (Scellier et al. 2018). What is clamped does not differ.
    /// </remarks>
    /// <param name="states">States of the estimate, for its free state's inputs and for room.</param>
    /// <param name="high">The one state.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="target">Receives it.</param>
    internal static void SetDifference<T>(
        PhaseStates<T> states,
        NetworkState<T> high,
        NetworkState<T> low,
        T scale,
        NetworkParameters<T> target
    )
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = high.Topology;
        var room = states.Workspace(state => new StateDifference<T>(state));
        room.Set(high, low);
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            (var from, var to, ConnectionKind kind) = topology.Connections[index];
            var weights = target.EditWeights(index);
            var isInput = topology.Layers[from].Role is LayerRole.Input;
            T factor = Weighted(topology, to, scale);
            var mean = isInput ? states.Free.Units(from) : room.Mean(from);
            OuterProducts.Add(mean, room.Difference(to), factor, adds: false, weights);
            if (from == to)
            {
                OuterProducts.ClearDiagonal(weights);
                if (kind is ConnectionKind.Symmetric)
                {
                    OuterProducts.AddTranspose(weights);
                }
            }
            else if (kind is ConnectionKind.Symmetric && !isInput)
            {
                OuterProducts.Add(room.Difference(from), room.Mean(to), factor, adds: true, weights);
            }
        }

        foreach (var layer in topology.Free)
        {
            var biases = target.EditBiases(layer);
            biases.Clear();
            OuterProducts.AddRows(room.Difference(layer), Weighted(topology, layer, scale), biases);
        }
    }

    private static T Weighted<T>(NetworkTopology topology, int layer, T scale)
        where T : unmanaged, INumberBase<T> => scale * T.CreateTruncating(topology.Layers[layer].EnergyWeight);
}
