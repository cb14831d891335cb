using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;

namespace Hebb.Learning.Exact;

/// <summary>
/// Backpropagation (Rumelhart et al. 1986) in the <see cref="FeedforwardTwin"/>: the gradient of the cost of a feedforward
/// network that has the same parameters and does not settle. The baseline beside every other estimator.
/// </summary>
/// <remarks>
/// Afterwards <see cref="PhaseStates{T}.Free"/> holds the feedforward activities; there is no other phase. Predict with
/// <see cref="FeedforwardTwin.Run{T}"/>.
/// </remarks>
public sealed class Backpropagation : IGradientEstimator
{
    /// <inheritdoc/>
    public string Name => "backprop";

    /// <inheritdoc/>
    /// <exception cref="TopologyException">A connection lies within a layer or leads back.</exception>
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
        AdjointState<T> adjoint = states.Workspace(static state => new AdjointState<T>(state));
        FeedforwardTwin.Compute(network, states.Free, batch.Inputs, adjoint);
        var meanCost = adjoint.Begin(states.Free, cost, batch.Targets);
        gradient.Clear();
        NetworkTopology topology = network.Topology;
        var scale = T.CreateTruncating(1.0 / batch.Rows);
        foreach (var layer in topology.Free)
        {
            adjoint.Next(layer).Span.Clear();
        }

        adjoint.CostGradient.Span.CopyTo(adjoint.Next(topology.Output).Span);
        for (var index = topology.Free.Length - 1; index >= 0; index--)
        {
            // All that this layer drives has been seen: dC/ds is complete.
            var layer = topology.Free[index];
            adjoint.Commit(layer, measures: false);
            foreach (Incoming incoming in topology.Incoming(layer))
            {
                if (incoming.IsTransposed)
                {
                    continue;
                }

                var errors = adjoint.Errors(layer);
                LayerPass.AddGradient(incoming, states.Free.Units(incoming.Source), errors, scale, gradient);
                if (topology.Layers[incoming.Source].Role is not LayerRole.Input)
                {
                    LayerPass.AddErrors(network, incoming, errors, adjoint.Next(incoming.Source));
                }
            }

            OuterProducts.AddRows(adjoint.Errors(layer), scale, gradient.EditBiases(layer));
        }

        return new Estimate(meanCost, FeedforwardTwin.Summarise(states.Free), default);
    }
}
