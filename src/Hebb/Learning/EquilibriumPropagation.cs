using System.Numerics;
using Hebb.Costs;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Learning;

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
    private readonly Nudging _nudging;
    private readonly IRelaxation _free;
    private readonly IRelaxation _nudged;

    /// <summary>An estimator whose phases all settle alike.</summary>
    /// <param name="nudging">At which strengths the outputs are nudged.</param>
    /// <param name="relaxation">How all phases settle.</param>
    public EquilibriumPropagation(Nudging nudging, IRelaxation relaxation)
        : this(nudging, relaxation, relaxation) { }

    /// <summary>An estimator.</summary>
    /// <param name="nudging">At which strengths the outputs are nudged.</param>
    /// <param name="free">How the free phase settles.</param>
    /// <param name="nudged">How the nudged phases settle.</param>
    public EquilibriumPropagation(Nudging nudging, IRelaxation free, IRelaxation nudged)
    {
        ArgumentNullException.ThrowIfNull(nudging);
        ArgumentNullException.ThrowIfNull(free);
        ArgumentNullException.ThrowIfNull(nudged);
        _nudging = nudging;
        _free = free;
        _nudged = nudged;
    }

    /// <inheritdoc/>
    public string Name => _nudging.Name;

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
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(gradient);
        NetworkEnergy.RequireEnergy(network.Topology);
        Settling free = states.SettleFreely(network, batch.Inputs, _free);
        (var first, var second) = _nudging.Draw();
        NetworkState<T> high = states.First;
        high.ContinueFrom(states.Free);
        Settling nudged = _nudged.Settle(network, high, new Nudge<T>(T.CreateTruncating(first), cost, batch.Targets));
        NetworkState<T> low = states.Free;
        if (second != 0)
        {
            low = states.Second;
            low.ContinueFrom(states.Free);
            var nudge = new Nudge<T>(T.CreateTruncating(second), cost, batch.Targets);
            nudged = nudged.And(_nudged.Settle(network, low, nudge));
        }

        var scale = T.CreateTruncating(-1 / ((first - second) * batch.Rows));
        Correlations.SetDifference(states, high, low, scale, gradient);
        return new Estimate(states.MeanCost(cost, batch.Targets), free, nudged);
    }
}
