using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// Continual equilibrium propagation (Ernoult et al. 2020): in the nudged phase the weights follow at every sweep, by
/// the learning rate times the change of the correlations in that sweep over beta. The estimate is what they moved by
/// altogether, over the learning rate: as that tends to 0, one-sided equilibrium propagation.
/// </summary>
/// <remarks>
/// The weights move in a copy; applying the estimate by plain descent with the same learning rate is the paper's rule. The
/// increments of the sweeps telescope, so each weight stands at its start less the rate times the difference of the
/// correlations so far, which is computed anew rather than added up. In the primitive form.
/// </remarks>
public sealed class ContinualEquilibriumPropagation : IGradientEstimator
{
    private readonly double _beta;
    private readonly double _learningRate;
    private readonly IRelaxation _free;
    private readonly int _sweeps;
    private readonly FixedPoint _oneSweep;

    /// <summary>An estimator.</summary>
    /// <param name="beta">The nudging strength, of either sign; not 0.</param>
    /// <param name="learningRate">By how much the weights follow at every sweep; positive.</param>
    /// <param name="free">How the free phase settles, during which the weights stand.</param>
    /// <param name="sweeps">The sweeps of the nudged phase; at least 1.</param>
    public ContinualEquilibriumPropagation(
        double beta,
        double learningRate,
        IRelaxation free,
        int sweeps,
        SweepOrder order = SweepOrder.Alternating
    )
    {
        ArgumentNullException.ThrowIfNull(free);
        EstimatorRules.RequirePositive(learningRate, nameof(learningRate));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sweeps);
        _beta = Nudging.OneSided(beta).Beta;
        _learningRate = learningRate;
        _free = free;
        _sweeps = sweeps;
        _oneSweep = new FixedPoint(maxSweeps: 1, tolerance: 0, order);
    }

    /// <inheritdoc/>
    public string Name => "continual";

    /// <inheritdoc/>
    /// <exception cref="TopologyException">A connection is directed: there is no energy.</exception>
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
        EstimatorRules.RequireSeen<T>(_beta, "beta");
        NetworkEnergy.RequireEnergy(network.Topology);
        Settling free = states.SettleFreely(network, batch.Inputs, _free);
        EnergyNetwork<T> following = states.Workspace(static state => new EnergyNetwork<T>(state.Topology));
        following.Parameters.CopyFrom(network.Parameters);
        NetworkState<T> nudged = states.First;
        nudged.CopyFrom(states.Free);
        var nudge = new Nudge<T>(T.CreateTruncating(_beta), cost, batch.Targets);
        var scale = T.CreateTruncating(-1 / (_beta * batch.Rows));
        var rate = T.CreateTruncating(-_learningRate);
        Settling last = default;
        for (var sweep = 1; sweep <= _sweeps; sweep++)
        {
            last = _oneSweep.Settle(following, nudged, nudge);
            Correlations.SetDifference(states, nudged, states.Free, scale, gradient);
            TensorPrimitives.MultiplyAdd(gradient.All, rate, network.Parameters.All, following.Parameters.Edit());
            LayerKernels.InputDrives(following, nudged);
        }

        Settling all = last with { Sweeps = last.Sweeps * _sweeps, MostSweeps = _sweeps };
        return new Estimate(states.MeanCost(cost, batch.Targets), free, all);
    }
}
