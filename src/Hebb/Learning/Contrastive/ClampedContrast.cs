using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// A free phase, a phase with the outputs clamped some way towards the targets, and the difference of their correlations
/// over that share of the way.
/// </summary>
/// <param name="share">The share of the way; above 0, at most 1.</param>
/// <param name="clamped">How the clamped phase settles.</param>
internal sealed class ClampedContrast(double share, IRelaxation free, IRelaxation clamped)
{
    /// <inheritdoc cref="IGradientEstimator.Estimate"/>
    /// <param name="cost">C.</param>
    public Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient,
        string name
    )
        where T : unmanaged, INumberBase<T>
    {
        EstimatorRules.RequireFit(network, states, batch, cost, gradient);
        EstimatorRules.RequireSeen<T>(share, nameof(share));
        NetworkEnergy.RequireEnergy(network.Topology);
        RequireTargetsAreOutputs(network.Topology, cost, name);
        Settling freely = states.SettleFreely(network, batch.Inputs, free);
        NetworkState<T> held = states.First;
        held.ContinueFrom(states.Free);
        var room = states.Workspace(static state => new ClampedOutputs<T>(state));
        held.ClampOutputs(room.Between(states.Free.Outputs, batch.Targets, T.CreateTruncating(share)));
        Settling heldly = clamped.Settle(network, held);
        var scale = T.CreateTruncating(-1 / (share * batch.Rows));
        Correlations.SetDifference(states, held, states.Free, scale, gradient);
        return new Estimate(states.MeanCost(cost, batch.Targets), freely, heldly);
    }

    private static void RequireTargetsAreOutputs(NetworkTopology topology, ICost cost, string name)
    {
        Layer output = topology.Layers[topology.Output];
        if (output.Role is LayerRole.Readout)
        {
            throw new TopologyException(
                $"layer '{output.Name}': a readout does not act on the others; {name} clamps the outputs and needs an output layer"
            );
        }

        if (cost is not SquaredError)
        {
            throw new ArgumentException(
                $"cost {cost.Name}: {name} clamps the outputs to the targets, which are values of outputs with squared-error only",
                nameof(cost)
            );
        }
    }

    private sealed class ClampedOutputs<T>(NetworkState<T> like)
        where T : unmanaged, INumberBase<T>
    {
        private readonly AlignedMatrix<T> _outputs = new(like.Capacity, like.Topology.OutputSize);

        public ReadOnlyMatrixSpan<T> Between(ReadOnlyMatrixSpan<T> outputs, ReadOnlyMatrixSpan<T> targets, T share)
        {
            for (var row = 0; row < outputs.Rows; row++)
            {
                TensorPrimitives.Subtract(targets[row], outputs[row], _outputs[row]);
                TensorPrimitives.MultiplyAdd<T>(_outputs[row], share, outputs[row], _outputs[row]);
            }

            return _outputs.First(outputs.Rows);
        }
    }
}
