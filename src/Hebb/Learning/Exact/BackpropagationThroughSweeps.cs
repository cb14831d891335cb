using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Learning.Exact;

/// <summary>
/// Backpropagation through time, with sweeps for time (Ernoult et al. 2019; Laborieux et al. 2021): the exact gradient of the
/// cost after a fixed number of sweeps from rest, by reverse-mode differentiation of every one of them. With enough sweeps
/// that of the fixed point.
/// </summary>
/// <remarks>
/// The sweeps are those of <see cref="FixedPoint"/> with the same number and order, and are all kept in memory. Works on any
/// graph, with or without an energy.
/// </remarks>
public sealed class BackpropagationThroughSweeps : IGradientEstimator
{
    private readonly int _sweeps;
    private readonly SweepOrder _order;

    /// <summary>An estimator.</summary>
    /// <param name="sweeps">How many sweeps from rest; at least 1.</param>
    /// <param name="order">In which order they update the layers.</param>
    public BackpropagationThroughSweeps(int sweeps, SweepOrder order = SweepOrder.Alternating)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sweeps);
        RelaxationRules.RequireOrder(order);
        _sweeps = sweeps;
        _order = order;
    }

    /// <inheritdoc/>
    public string Name => "backprop-through-sweeps";

    /// <inheritdoc/>
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
        NetworkState<T> state = states.Free;
        state.Reset();
        state.Clamp(network, batch.Inputs);
        SweepHistory<T> history = states.Workspace(static like => new SweepHistory<T>(like));
        Settling free = history.Run(network, state, _sweeps, _order);
        AdjointState<T> adjoint = states.Workspace(static like => new AdjointState<T>(like));
        adjoint.Begin(state, cost, batch.Targets);
        gradient.Clear();
        var scale = T.CreateTruncating(1.0 / batch.Rows);
        EnterOutput(network, state, history, adjoint, scale, gradient);
        var groups = network.Topology.Groups(_order);
        for (var sweep = _sweeps; sweep >= 1; sweep--)
        {
            for (var group = groups.Length - 1; group >= 0; group--)
            {
                foreach (var layer in groups[group])
                {
                    TakeErrors(network.Topology, history, adjoint, sweep, layer);
                }

                foreach (var layer in groups[group])
                {
                    PassBack(network, history, adjoint, sweep, layer, scale, gradient);
                }
            }
        }

        AddConstantDrives(state, history, scale, gradient);
        LayerPass.CloseLateral(gradient);
        return new Estimate(states.MeanCost(cost, batch.Targets), free, default);
    }

    // dC/dy is dC/ds of the output units after the last sweep; a readout passes it on to the units that it read then.
    private static void EnterOutput<T>(
        EnergyNetwork<T> network,
        NetworkState<T> state,
        SweepHistory<T> history,
        AdjointState<T> adjoint,
        T scale,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = network.Topology;
        foreach (var layer in topology.Free)
        {
            adjoint.Next(layer).Span.Clear();
        }

        if (topology.Layers[topology.Output].Role is LayerRole.Output)
        {
            adjoint.CostGradient.Span.CopyTo(adjoint.Next(topology.Output).Span);
            return;
        }

        var errors = adjoint.CostGradient;
        errors.Span.CopyTo(history.ErrorSum(topology.Output).Span);
        foreach (Incoming incoming in topology.Incoming(topology.Output))
        {
            if (LayerPass.Settles(topology, incoming))
            {
                LayerPass.AddErrors(network, incoming, errors, adjoint.Next(incoming.Source));
                LayerPass.AddGradient(incoming, state.Units(incoming.Source), errors, scale, gradient);
            }
        }
    }

    // A layer's units after a sweep are its drive's alone: dC/ds is used up and collected anew for the sweep before.
    private static void TakeErrors<T>(
        NetworkTopology topology,
        SweepHistory<T> history,
        AdjointState<T> adjoint,
        int sweep,
        int layer
    )
        where T : unmanaged, INumberBase<T>
    {
        if (topology.Layers[layer].Role is LayerRole.Readout)
        {
            return;
        }

        var next = adjoint.Next(layer);
        var errors = adjoint.Errors(layer);
        var sum = history.ErrorSum(layer);
        TensorPrimitives.Multiply(next.Span, history.Slopes(sweep, layer).Span, errors.Span);
        TensorPrimitives.Add(sum.Span, errors.Span, sum.Span);
        next.Span.Clear();
    }

    private static void PassBack<T>(
        EnergyNetwork<T> network,
        SweepHistory<T> history,
        AdjointState<T> adjoint,
        int sweep,
        int layer,
        T scale,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = network.Topology;
        if (topology.Layers[layer].Role is LayerRole.Readout)
        {
            return;
        }

        foreach (Incoming incoming in topology.Incoming(layer))
        {
            if (LayerPass.Settles(topology, incoming))
            {
                var errors = adjoint.Errors(layer);
                var source = history.Seen(sweep, layer, incoming.Source);
                LayerPass.AddErrors(network, incoming, errors, adjoint.Next(incoming.Source));
                LayerPass.AddGradient(incoming, source, errors, scale, gradient);
            }
        }
    }

    // Inputs and biases drive alike in all sweeps, so their sum is enough.
    private static void AddConstantDrives<T>(
        NetworkState<T> state,
        SweepHistory<T> history,
        T scale,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = state.Topology;
        foreach (var layer in topology.Free)
        {
            var errors = history.ErrorSum(layer);
            foreach (Incoming incoming in topology.Incoming(layer))
            {
                if (topology.Layers[incoming.Source].Role is LayerRole.Input)
                {
                    LayerPass.AddGradient(incoming, state.Units(incoming.Source), errors, scale, gradient);
                }
            }

            OuterProducts.AddRows(errors, scale, gradient.EditBiases(layer));
        }
    }
}
