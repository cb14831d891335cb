using System.Numerics;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;

namespace OpenCatalogue;

/// <summary>
/// Richardson's extrapolation of an estimator whose error is of first order in the nudging strength: twice the estimate at half the
/// strength, minus the estimate at the whole. What is left is of second order.
/// </summary>
/// <param name="whole">The estimator at the whole strength.</param>
/// <param name="half">The estimator at half of it.</param>
public sealed class ExtrapolatedPropagation(IGradientEstimator whole, IGradientEstimator half) : IGradientEstimator
{
    /// <inheritdoc/>
    public string Name => "extrapolated";

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
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(gradient);
        var other = states.Workspace(state => new Scratch<T>(new NetworkParameters<T>(state.Topology))).Gradient;
        Estimate first = whole.Estimate(network, states, batch, cost, other);
        Estimate second = half.Estimate(network, states, batch, cost, gradient);
        var numbers = gradient.Edit();
        var taken = other.All;
        for (var place = 0; place < numbers.Length; place++)
        {
            numbers[place] = numbers[place] + numbers[place] - taken[place];
        }

        return second with
        {
            Nudged = first.Nudged.And(second.Nudged),
        };
    }

    private sealed record Scratch<T>(NetworkParameters<T> Gradient)
        where T : unmanaged, INumberBase<T>;
}
