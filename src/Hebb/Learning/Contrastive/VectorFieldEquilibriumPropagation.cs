using Hebb.Costs;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// Equilibrium propagation in a vector field (Scellier et al. 2018): the network need not have an energy, and a
/// directed connection learns what its sender does times how its receiver moves,
/// dC/dW is about -s (s'(beta) - s'(0)) / beta.
/// </summary>
/// <remarks>
/// The sender's activity is the mean of the two states that are compared, where the paper takes the free one: the two
/// agree to first order in beta, as the estimate itself does, and to second order with symmetric nudging. With the mean,
/// forward and feedback weights that are transposes of one another have gradients that add up to that of the symmetric
/// weights at every beta. Symmetric connections learn as in <see cref="EquilibriumPropagation"/>. The estimate tends to
/// the gradient only where the field's Jacobian is symmetric; elsewhere it is a direction that often descends.
/// </remarks>
public sealed class VectorFieldEquilibriumPropagation : IGradientEstimator
{
    private readonly PhaseContrast _contrast;

    /// <summary>An estimator.</summary>
    public VectorFieldEquilibriumPropagation(Nudging nudging, IRelaxation free, IRelaxation nudged)
    {
        _contrast = new PhaseContrast(nudging, free, nudged);
    }

    /// <inheritdoc/>
    public string Name => "vector-field";

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
        return _contrast.Estimate(network, states, batch, cost, gradient);
    }
}
