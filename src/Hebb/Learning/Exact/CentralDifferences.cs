using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace Hebb.Learning.Exact;

/// <summary>
/// The gradient by trying it: every parameter is moved a little both ways, the network settles from rest, and the
/// difference of the mean costs is divided by the distance. Knows nothing of how anything works inside, so it is the
/// judge of all others; two phases a parameter, so it is for small networks.
/// </summary>
/// <remarks>It differentiates the cost after the relaxation, settled or not: with a fixed number of sweeps, after these.</remarks>
public sealed class CentralDifferences : IGradientEstimator
{
    private readonly IRelaxation _relaxation;
    private readonly double _step;

    /// <summary>An estimator.</summary>
    /// <param name="relaxation">How the network settles.</param>
    /// <param name="step">How far a parameter is moved each way; positive. About 1e-5 in float64, 1e-2 in float32.</param>
    public CentralDifferences(IRelaxation relaxation, double step = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(relaxation);
        EstimatorRules.RequirePositive(step, nameof(step));
        _relaxation = relaxation;
        _step = step;
    }

    /// <inheritdoc/>
    public string Name => "central-differences";

    /// <inheritdoc/>
    /// <returns>
    /// The cost, the free phase, and as <see cref="Learning.Estimate.Nudged"/> all phases with a parameter moved.
    /// </returns>
    public Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        EstimatorRules.RequireFit(network, states, batch, cost, gradient);
        NetworkTopology topology = network.Topology;
        EnergyNetwork<T> moved = states.Workspace(state => new EnergyNetwork<T>(state.Topology));
        moved.Parameters.CopyFrom(network.Parameters);
        gradient.Clear();
        Settling others = default;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            var isTied = connection.IsLateral && connection.Kind is ConnectionKind.Symmetric;
            var weights = gradient.EditWeights(index);
            for (var row = 0; row < weights.Rows; row++)
            {
                for (var column = isTied ? row + 1 : 0; column < weights.Columns; column++)
                {
                    if (connection.IsLateral && row == column)
                    {
                        continue;
                    }

                    ref var original = ref moved.Parameters.EditWeights(index)[row][column];
                    ref var twin = ref isTied ? ref moved.Parameters.EditWeights(index)[column][row] : ref original;
                    var slope = Slope(moved, states, batch, cost, ref original, ref twin, ref others);
                    weights[row][column] = slope;
                    if (isTied)
                    {
                        weights[column][row] = slope;
                    }
                }
            }
        }

        foreach (var layer in topology.Free)
        {
            var biases = gradient.EditBiases(layer);
            for (var unit = 0; unit < biases.Length; unit++)
            {
                ref var bias = ref moved.Parameters.EditBiases(layer)[unit];
                biases[unit] = Slope(moved, states, batch, cost, ref bias, ref bias, ref others);
            }
        }

        Settling free = states.SettleFreely(network, batch.Inputs, _relaxation);
        return new Estimate(states.MeanCost(cost, batch.Targets), free, others);
    }

    private T Slope<T>(
        EnergyNetwork<T> moved,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        ref T parameter,
        ref T twin,
        ref Settling others
    )
        where T : unmanaged, INumberBase<T>
    {
        var kept = parameter;
        var above = kept + T.CreateTruncating(_step);
        var below = kept - T.CreateTruncating(_step);
        var high = Cost(moved, states, batch, cost, ref parameter, ref twin, above, ref others);
        var low = Cost(moved, states, batch, cost, ref parameter, ref twin, below, ref others);
        parameter = kept;
        twin = kept;

        // Over the distance that the number type made of it.
        return T.CreateTruncating(high - low) / (above - below);
    }

    private double Cost<T>(
        EnergyNetwork<T> moved,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        ref T parameter,
        ref T twin,
        T value,
        ref Settling others
    )
        where T : unmanaged, INumberBase<T>
    {
        // Asking to edit is what tells the network that derived weights are stale.
        _ = moved.Parameters.Edit();
        parameter = value;
        twin = value;
        others = others.And(states.SettleFreely(moved, batch.Inputs, _relaxation));
        return states.MeanCost(cost, batch.Targets);
    }
}
