using Hebb.Costs;
using Hebb.Learning.Kernels;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Learning.Contrastive;

/// <summary>A free phase, one or two nudged ones, and the difference of their correlations.</summary>
internal sealed class PhaseContrast(Nudging nudging, IRelaxation free, IRelaxation nudged)
{
    private static readonly LinearCost Linear = new();
    private readonly Nudging _nudging = Given(nudging, nameof(nudging));
    private readonly IRelaxation _free = Given(free, nameof(free));
    private readonly IRelaxation _nudged = Given(nudged, nameof(nudged));

    /// <summary>Whether the nudged phases see the cost's gradient at the free state, held there, in place of the cost.</summary>
    public bool LinearisesCost { get; init; }

    /// <inheritdoc cref="IGradientEstimator.Estimate"/>
    public Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        (var first, var second) = _nudging.Draw();
        EstimatorRules.RequireSeen<T>(first, "beta");
        Settling freely = states.SettleFreely(network, batch.Inputs, _free);
        NetworkState<T> high = states.First;
        high.ContinueFrom(states.Free);
        ICost asked = cost;
        var targets = batch.Targets;
        double meanCost;
        if (LinearisesCost)
        {
            var gradients = states.Workspace(static state => new CostGradients<T>(state));
            asked = Linear;
            targets = gradients.Of(states.Free, cost, batch.Targets);
            meanCost = gradients.MeanCost;
        }
        else
        {
            meanCost = states.MeanCost(cost, batch.Targets);
        }

        Settling others = _nudged.Settle(network, high, new Nudge<T>(T.CreateTruncating(first), asked, targets));
        NetworkState<T> low = states.Free;
        if (second != 0)
        {
            low = states.Second;
            low.ContinueFrom(states.Free);
            var nudge = new Nudge<T>(T.CreateTruncating(second), asked, targets);
            others = others.And(_nudged.Settle(network, low, nudge));
        }

        var scale = T.CreateTruncating(-1 / ((first - second) * batch.Rows));
        Correlations.SetDifference(states, high, low, scale, gradient);
        return new Estimate(meanCost, freely, others);
    }

    private static TPart Given<TPart>(TPart part, string name)
        where TPart : class
    {
        ArgumentNullException.ThrowIfNull(part, name);
        return part;
    }
}
