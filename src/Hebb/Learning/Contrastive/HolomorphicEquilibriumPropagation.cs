using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// Holomorphic equilibrium propagation (Laborieux and Zenke 2022): the nudged network settles at points
/// beta_k = r exp(2 pi i k / N) around the origin, and the gradient is the first Fourier coefficient of dF/dW on the circle,
/// dC/dW = Re (1/N) sum_k dF/dW(beta_k) / beta_k, exact but for terms of order r^N.
/// </summary>
/// <remarks>
/// Activations and cost must be analytic. Points above and below the real axis have conjugate states, so that only the
/// upper half is settled: N / 2 + 1 phases. With two points it is symmetric equilibrium propagation. The free phase
/// settles in the network's own number type, the nudged ones in complex float64, each from the free state. In the
/// primitive form, F = E + beta C.
/// </remarks>
public sealed class HolomorphicEquilibriumPropagation : IGradientEstimator
{
    private readonly int _points;
    private readonly double _radius;
    private readonly IRelaxation _free;
    private readonly IRelaxation _nudged;

    /// <summary>An estimator.</summary>
    /// <param name="points">N, how many points on the circle; at least 2.</param>
    /// <param name="radius">r, the nudging strength; positive, and small enough that the states stay clear of poles.</param>
    public HolomorphicEquilibriumPropagation(int points, double radius, IRelaxation free, IRelaxation nudged)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (!double.IsFinite(radius) || radius <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(radius),
                $"beta {radius}: it is the radius of a circle of nudging strengths; a positive finite number is needed"
            );
        }

        ArgumentNullException.ThrowIfNull(free);
        ArgumentNullException.ThrowIfNull(nudged);
        _points = points;
        _radius = radius;
        _free = free;
        _nudged = nudged;
    }

    /// <inheritdoc/>
    public string Name => "holomorphic";

    /// <inheritdoc/>
    /// <exception cref="TopologyException">A connection is directed, or the activation of a free layer is not analytic.</exception>
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
        NetworkEnergy.RequireEnergy(network.Topology);
        RequireAnalytic(network.Topology, cost);
        Settling free = states.SettleFreely(network, batch.Inputs, _free);
        HolomorphicPhases<T> phases = states.Workspace(static state => new HolomorphicPhases<T>(state));
        phases.Begin(network, batch.Targets);
        Settling nudged = default;
        for (var point = 0; 2 * point <= _points; point++)
        {
            // On the real axis to the last digit, where a point is its own conjugate.
            var isReal = point == 0 || 2 * point == _points;
            Complex beta = isReal
                ? new Complex(point == 0 ? _radius : -_radius, 0)
                : Complex.FromPolarCoordinates(_radius, 2 * Math.PI * point / _points);
            phases.State.ConvertFrom(states.Free);
            var nudge = new Nudge<Complex>(beta, cost, phases.Targets);
            nudged = nudged.And(_nudged.Settle(phases.Network, phases.State, nudge));
            Complex scale = (isReal ? -1 : -2) / (beta * _points * batch.Rows);
            Correlations.Add(phases.State, scale, phases.Gradient);
        }

        phases.CopyRealPart(gradient);
        return new Estimate(states.MeanCost(cost, batch.Targets), free, nudged);
    }

    private static void RequireAnalytic(NetworkTopology topology, ICost cost)
    {
        foreach (var index in topology.Free)
        {
            Layer layer = topology.Layers[index];
            if (!layer.Activation.IsAnalytic)
            {
                var known = Activation.All.Where(activation => activation.IsAnalytic);
                throw new TopologyException(
                    $"layer '{layer.Name}': activation {layer.Activation} is not analytic; holomorphic equilibrium propagation needs one of {string.Join(", ", known)}"
                );
            }
        }

        if (cost.TargetSize(topology.OutputSize) != topology.OutputSize)
        {
            throw new ArgumentException(
                $"cost {cost.Name}: it asks {cost.TargetSize(topology.OutputSize)} numbers of {topology.OutputSize} outputs; holomorphic equilibrium propagation needs one each",
                nameof(cost)
            );
        }

        if (!cost.IsAnalytic)
        {
            throw new ArgumentException(
                $"cost {cost.Name}: it is not analytic, as holomorphic equilibrium propagation needs",
                nameof(cost)
            );
        }
    }
}
