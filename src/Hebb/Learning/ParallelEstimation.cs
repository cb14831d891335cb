using System.Collections.Immutable;
using System.Numerics;
using Hebb.Costs;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Learning;

/// <summary>
/// Any estimator on several threads: each takes a part of the batch, settles it and estimates its gradient; their mean is
/// the gradient of the batch.
/// </summary>
/// <remarks>
/// Sums are taken in another order than on one thread, so results agree to rounding; with as many threads they are the same to
/// the bit, every time. It pays for wide networks: a part should hold eight examples at least.
/// </remarks>
/// <param name="team">The threads; not disposed of here.</param>
/// <param name="estimators">
/// One for each thread. The same may stand for several where it draws no random numbers.
/// </param>
public sealed class ParallelEstimation(WorkerTeam team, params ImmutableArray<IGradientEstimator> estimators)
    : IGradientEstimator
{
    private readonly ImmutableArray<IGradientEstimator> _estimators =
        estimators.Length == team.Size
            ? estimators
            : throw new ArgumentException(
                $"estimators: {estimators.Length}; the team of {team.Size} needs one each",
                nameof(estimators)
            );

    /// <inheritdoc/>
    public string Name => _estimators[0].Name;

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
        network.Prepare();
        BatchParts<T> parts = states.Workspace(state => new BatchParts<T>(state, team.Size));
        parts.Take(batch);
        states.Free.Resize(batch.Rows);
        team.Run(worker => parts.Estimate(worker, _estimators[worker], network, cost, states.Free));
        gradient.Edit();
        team.Run(worker => parts.Combine(worker, gradient));
        return parts.Summary();
    }
}
