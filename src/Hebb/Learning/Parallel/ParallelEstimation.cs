using Hebb.Costs;
using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Learning.Parallel;

/// <summary>
/// Any estimator on several threads: each takes a part of the batch, settles it and estimates its gradient; their mean is
/// the gradient of the batch.
/// </summary>
/// <remarks>
/// Sums are taken in another order than on one thread, so results agree to rounding; with as many threads they are the same to
/// the bit, every time. It pays for wide networks: a part should hold eight examples at least.
/// </remarks>
public sealed class ParallelEstimation : IGradientEstimator
{
    private readonly WorkerTeam _team;
    private readonly ImmutableArray<IGradientEstimator> _estimators;

    /// <summary>An estimator on the threads of a team.</summary>
    /// <param name="team">The threads; not disposed of here.</param>
    /// <param name="estimators">
    /// One for each thread. The same may stand for several where it draws no random numbers.
    /// </param>
    /// <exception cref="ArgumentException">There are not as many estimators as threads.</exception>
    public ParallelEstimation(WorkerTeam team, params ImmutableArray<IGradientEstimator> estimators)
    {
        ArgumentNullException.ThrowIfNull(team);
        var count = estimators.IsDefault ? 0 : estimators.Length;
        if (count != team.Size)
        {
            throw new ArgumentException(
                $"estimators: {count}; the team of {team.Size} needs one each",
                nameof(estimators)
            );
        }

        foreach (IGradientEstimator estimator in estimators)
        {
            ArgumentNullException.ThrowIfNull(estimator, nameof(estimators));
        }

        _team = team;
        _estimators = estimators;
    }

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
        EstimatorRules.RequireFit(network, states, batch, cost, gradient);
        states.Free.RequireInputs(network, batch.Inputs);
        network.Prepare();
        BatchParts<T> parts = states.Workspace(
            state => new BatchParts<T>(state, _team.Size),
            parts => parts.Count == _team.Size
        );
        parts.Take(batch);
        states.Free.Resize(batch.Rows);
        _team.Run(worker => parts.Estimate(worker, _estimators[worker], network, cost, states.Free));
        gradient.Edit();
        _team.Run(worker => parts.Combine(worker, gradient));
        return parts.Summary();
    }
}
