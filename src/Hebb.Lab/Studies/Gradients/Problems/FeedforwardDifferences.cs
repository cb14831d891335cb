using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>
/// The gradient of the feedforward twin's cost by trying it: every parameter is moved a little both ways. What
/// <see cref="CentralDifferences"/> is to networks that settle; it knows nothing of how backpropagation works.
/// </summary>
internal static class FeedforwardDifferences
{
    /// <summary>Computes it.</summary>
    /// <param name="network">The network, read forward.</param>
    /// <param name="cost">C.</param>
    /// <param name="step">How far a parameter is moved each way; positive.</param>
    public static void Set(
        EnergyNetwork<double> network,
        ICost cost,
        Batch<double> batch,
        double step,
        NetworkParameters<double> gradient
    )
    {
        EnergyNetwork<double> moved = network.Copy();
        NetworkTopology topology = network.Topology;
        var state = new NetworkState<double>(topology, batch.Rows);
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            var slopes = gradient.EditWeights(index);
            for (var row = 0; row < slopes.Rows; row++)
            {
                Set(moved, state, cost, batch, step, moved.Parameters.EditWeights(index)[row], slopes[row]);
            }
        }

        foreach (var layer in topology.Free)
        {
            Set(moved, state, cost, batch, step, moved.Parameters.EditBiases(layer), gradient.EditBiases(layer));
        }
    }

    private static void Set(
        EnergyNetwork<double> moved,
        NetworkState<double> state,
        ICost cost,
        Batch<double> batch,
        double step,
        Span<double> parameters,
        Span<double> slopes
    )
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            var kept = parameters[index];
            parameters[index] = kept + step;
            var above = Cost(moved, state, cost, batch);
            parameters[index] = kept - step;
            var below = Cost(moved, state, cost, batch);
            parameters[index] = kept;

            // Over the distance that rounding made of it.
            slopes[index] = (above - below) / (kept + step - (kept - step));
        }
    }

    private static double Cost(EnergyNetwork<double> moved, NetworkState<double> state, ICost cost, Batch<double> batch)
    {
        // Asking to edit is what tells the network that derived weights are stale.
        _ = moved.Parameters.Edit();
        FeedforwardTwin.Run(moved, state, batch.Inputs);
        var sum = 0.0;
        for (var row = 0; row < batch.Rows; row++)
        {
            sum += cost.Value<double>(state.Outputs[row], batch.Targets[row]);
        }

        return sum / batch.Rows;
    }
}
