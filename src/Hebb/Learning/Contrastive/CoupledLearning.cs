using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>
/// Coupled learning (Stern et al. 2021): the outputs are clamped a share eta of the way from their free values
/// to the targets, and the gradient is that of (E(clamped) - E(free)) / eta.
/// </summary>
/// <remarks>
/// As eta tends to 0 it descends the squared error measured by how stiff the outputs are: with one output it points where
/// the cost's gradient does for each example, with more it is turned by the outputs' effective stiffness. With eta = 1 it
/// is <see cref="ContrastiveHebbianLearning"/>. The cost must be the squared error, since its targets are values of
/// outputs; its factor does not enter. In the primitive form.
/// </remarks>
public sealed class CoupledLearning : IGradientEstimator
{
    private readonly ClampedContrast _contrast;

    /// <summary>An estimator.</summary>
    /// <param name="share">eta, how far towards the targets the outputs are clamped; above 0, at most 1.</param>
    /// <param name="clamped">How the clamped phase settles, from the free state.</param>
    public CoupledLearning(double share, IRelaxation free, IRelaxation clamped)
    {
        ArgumentNullException.ThrowIfNull(free);
        ArgumentNullException.ThrowIfNull(clamped);
        if (!(share is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "a number above 0 and at most 1 is needed");
        }

        _contrast = new ClampedContrast(share, free, clamped);
    }

    /// <inheritdoc/>
    public string Name => "coupled-learning";

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
        _contrast.Estimate(network, states, batch, cost, gradient, "coupled learning");
}
