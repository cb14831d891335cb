using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// Contrastive Hebbian learning (Movellan 1991; Xie and Seung 2003): Hebbian with the outputs clamped to the targets,
/// anti-Hebbian in the free phase, -(s s'(clamped) - s s'(free)).
/// </summary>
/// <remarks>
/// The gradient of its own contrastive function, E(clamped) - E(free), not of the cost; the two have their minimum in the
/// same place where the targets can be met. The cost must be the squared error, since its targets are values of outputs; its
/// factor does not enter. In the primitive form.
/// </remarks>
public sealed class ContrastiveHebbianLearning : IGradientEstimator
{
    private readonly ClampedContrast _contrast;

    /// <summary>An estimator.</summary>
    /// <param name="clamped">How the clamped phase settles, from the free state.</param>
    public ContrastiveHebbianLearning(IRelaxation free, IRelaxation clamped)
    {
        ArgumentNullException.ThrowIfNull(free);
        ArgumentNullException.ThrowIfNull(clamped);
        _contrast = new ClampedContrast(share: 1, free, clamped);
    }

    /// <inheritdoc/>
    public string Name => "contrastive-hebbian";

    /// <inheritdoc/>
    /// <exception cref="TopologyException">A connection is directed, or the output is a readout.</exception>
    public Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T> =>
        _contrast.Estimate(network, states, batch, cost, gradient, "contrastive Hebbian learning");
}
