using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace Hebb.Learning.Exact;

/// <summary>
/// Recurrent backpropagation (Almeida 1987; Pineda 1987; Scellier and Bengio 2019): the exact gradient of the
/// cost at the fixed point, by implicit differentiation. On any graph, with or without an energy.
/// </summary>
/// <remarks>
/// At s = rho(u), u = b + W s, the errors e = dC/du satisfy e = rho'(u) (dC/ds + W' e), which is swept from the output back
/// until no error moves further than the tolerance; then dC/dW = s e and dC/db = e. A readout sends nothing back while it
/// is free, so its errors are dC/dy. It converges as forward sweeps do near
/// the fixed point: the two iterations are transposes of one another.
/// </remarks>
public sealed class RecurrentBackpropagation : IGradientEstimator
{
    private readonly IRelaxation _free;
    private readonly double _tolerance;
    private readonly int _maxIterations;

    /// <summary>An estimator.</summary>
    /// <param name="free">How the free phase settles; the gradient is as exact as this is settled.</param>
    /// <param name="tolerance">The errors have settled once none moved further than this; at least 0, 0 takes all iterations.</param>
    /// <param name="maxIterations">The iterations at most; at least 1.</param>
    public RecurrentBackpropagation(IRelaxation free, double tolerance = 1e-6, int maxIterations = 1000)
    {
        ArgumentNullException.ThrowIfNull(free);
        RelaxationRules.RequireTolerance(tolerance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxIterations);
        _free = free;
        _tolerance = tolerance;
        _maxIterations = maxIterations;
    }

    /// <inheritdoc/>
    public string Name => "recurrent-backprop";

    /// <inheritdoc/>
    /// <returns>
    /// The cost, the free phase, and as <see cref="Learning.Estimate.Nudged"/> how the errors settled: one sweep is one iteration.
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
        Settling free = states.SettleFreely(network, batch.Inputs, _free);
        AdjointState<T> adjoint = states.Workspace(static state => new AdjointState<T>(state));
        adjoint.Begin(states.Free, cost, batch.Targets);
        SetSlopes(network, states.Free, adjoint);
        Settling backward = Settle(network, adjoint);
        gradient.Clear();
        AddGradient(states.Free, adjoint, gradient);
        return new Estimate(states.MeanCost(cost, batch.Targets), free, backward);
    }

    // The slopes at the drives of the settled state.
    private static void SetSlopes<T>(EnergyNetwork<T> network, NetworkState<T> state, AdjointState<T> adjoint)
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = network.Topology;
        foreach (var layer in topology.Free)
        {
            var drives = adjoint.Next(layer);
            state.InputDrive(layer).First(state.Rows).Span.CopyTo(drives.Span);
            foreach (Incoming incoming in topology.Incoming(layer))
            {
                if (LayerPass.Settles(topology, incoming))
                {
                    LayerPass.AddDrive(network, incoming, state.Units(incoming.Source), drives);
                }
            }

            adjoint.SetSlopes(topology.Layers[layer].Activation, layer, drives);
        }
    }

    private Settling Settle<T>(EnergyNetwork<T> network, AdjointState<T> adjoint)
        where T : unmanaged, INumberBase<T>
    {
        var residuals = adjoint.Residuals.AsSpan(0, adjoint.Rows);
        var iterations = 0;
        var largest = double.PositiveInfinity;
        while (iterations < _maxIterations && (iterations == 0 || IsMoving(largest)))
        {
            residuals.Clear();
            Sweep(network, adjoint);
            iterations++;
            largest = 0;
            foreach (var residual in residuals)
            {
                largest = Math.Max(largest, residual);
            }
        }

        var unsettled = 0;
        var diverged = 0;
        foreach (var residual in residuals)
        {
            diverged += double.IsFinite(residual) ? 0 : 1;
            unsettled += _tolerance > 0 && residual > _tolerance ? 1 : 0;
        }

        var sweeps = (long)iterations * adjoint.Rows;
        return new Settling(adjoint.Rows, sweeps, iterations, unsettled, diverged, largest);
    }

    private bool IsMoving(double largest) => double.IsFinite(largest) && (_tolerance == 0 || largest > _tolerance);

    // Layer by layer from the output back, each from the newest errors: in a feedforward graph the first sweep is exact.
    private static void Sweep<T>(EnergyNetwork<T> network, AdjointState<T> adjoint)
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = network.Topology;
        for (var index = topology.Free.Length - 1; index >= 0; index--)
        {
            var layer = topology.Free[index];
            var next = adjoint.Next(layer);
            next.Span.Clear();
            if (layer == topology.Output)
            {
                adjoint.CostGradient.Span.CopyTo(next.Span);
            }

            foreach (var receiver in topology.Free)
            {
                foreach (Incoming incoming in topology.Incoming(receiver))
                {
                    if (incoming.Source == layer && LayerPass.Sends(topology, incoming))
                    {
                        LayerPass.AddErrors(network, incoming, adjoint.Errors(receiver), next);
                    }
                }
            }

            adjoint.Commit(layer, measures: true);
        }
    }

    private static void AddGradient<T>(NetworkState<T> state, AdjointState<T> adjoint, NetworkParameters<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        NetworkTopology topology = state.Topology;
        var scale = T.CreateTruncating(1.0 / state.Rows);
        foreach (var layer in topology.Free)
        {
            foreach (Incoming incoming in topology.Incoming(layer))
            {
                if (LayerPass.Sends(topology, incoming))
                {
                    LayerPass.AddGradient(
                        incoming,
                        state.Units(incoming.Source),
                        adjoint.Errors(layer),
                        scale,
                        gradient
                    );
                }
            }

            OuterProducts.AddRows(adjoint.Errors(layer), scale, gradient.EditBiases(layer));
        }

        LayerPass.CloseLateral(gradient);
    }
}
