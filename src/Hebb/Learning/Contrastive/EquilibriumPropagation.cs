using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// Equilibrium propagation (Scellier and Bengio 2017): the outputs of a settled network are nudged by beta C, it settles on,
/// and the difference of the correlations is the gradient,
/// dC/dW is about -(s s'(beta) - s s'(0)) / beta, or the same between beta and -beta (Laborieux et al. 2021).
/// </summary>
/// <remarks>
/// The nudged phases start from the free state, and one-sided nudging compares with that state itself: there is no phase
/// more than needed. In the primitive form, with free phase E and nudged phase F = E + beta C.
/// </remarks>
public sealed class EquilibriumPropagation : IGradientEstimator
{
    private readonly PhaseContrast _contrast;

    /// <summary>An estimator whose phases all settle alike.</summary>
    /// <param name="relaxation">How all phases settle.</param>
    public EquilibriumPropagation(Nudging nudging, IRelaxation relaxation)
        : this(nudging, relaxation, relaxation) { }

    /// <summary>An estimator.</summary>
    /// <param name="linearisesCost">
    /// Whether the nudged phases see the cost's gradient at the free state, held there, in place of the cost: any loss,
    /// convex or not, can then be nudged either way, and the estimate is a vector-Jacobian product.
    /// </param>
    public EquilibriumPropagation(Nudging nudging, IRelaxation free, IRelaxation nudged, bool linearisesCost = false)
    {
        _contrast = new PhaseContrast(nudging, free, nudged) { LinearisesCost = linearisesCost };
        Name = nudging.Name;
    }

    /// <inheritdoc/>
    public string Name { get; }

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
        NetworkEnergy.RequireEnergy(network.Topology);
        return _contrast.Estimate(network, states, batch, cost, gradient);
    }
}
