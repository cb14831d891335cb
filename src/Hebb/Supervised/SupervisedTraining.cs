using System.Numerics;
using System.Numerics.Tensors;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Optimizers;

namespace Hebb.Supervised;

/// <summary>
/// Trains a network to classify: an epoch goes once through the examples in a new order, batch by batch, and each batch
/// makes one step of the optimizer down the estimated gradient. Targets are one-hot.
/// </summary>
/// <remarks>
/// The same network, settings, stream and examples give the same bits. After the first batch nothing is allocated,
/// but a little for every batch where <see cref="ParallelEstimation"/> or <see cref="ParallelUpdate{T}"/> hand out work.
/// Not thread-safe.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class SupervisedTraining<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Looking at all parameters costs some per cent of a batch: a step too many into infinity costs nothing.
    private const int BatchesBetweenChecks = 16;

    private readonly EnergyNetwork<T> _network;
    private readonly IGradientEstimator _estimator;
    private readonly IOptimizer<T> _optimizer;
    private readonly ICost _cost;
    private readonly Pcg64 _shuffling;
    private readonly int _batchSize;
    private readonly ExampleBatch<T> _batch;
    private readonly PhaseStates<T> _states;
    private readonly NetworkParameters<T> _gradient;
    private int[] _order = [];

    /// <summary>Training at its first epoch.</summary>
    /// <param name="network">What learns, changed in place.</param>
    /// <param name="estimator">Where gradients come from.</param>
    /// <param name="optimizer">What makes steps of them; made for as many numbers as <c>network.Parameters.All</c>.</param>
    /// <param name="cost">What is asked of the outputs; targets are one-hot.</param>
    /// <param name="batchSize">Examples a step; at least 1. The last batch of an epoch is smaller where they do not divide.</param>
    /// <param name="shuffling">The stream of the orders; see <see cref="SupervisedStreams"/>.</param>
    public SupervisedTraining(
        EnergyNetwork<T> network,
        IGradientEstimator estimator,
        IOptimizer<T> optimizer,
        ICost cost,
        int batchSize,
        Pcg64 shuffling
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentNullException.ThrowIfNull(shuffling);
        _network = network;
        _estimator = estimator;
        _optimizer = optimizer;
        _cost = cost;
        _batchSize = batchSize;
        _shuffling = shuffling;
        _batch = new ExampleBatch<T>(network.Topology, batchSize);
        _states = new PhaseStates<T>(network.Topology, batchSize);
        _gradient = new NetworkParameters<T>(network.Topology);
    }

    /// <summary>
    /// One epoch. It ends early where the network diverges: at a cost or a unit that is not finite before the step that it
    /// would lead to; at a parameter that is not finite after at most 16 more steps.
    /// </summary>
    /// <param name="examples">What is learned from, of the network's sizes.</param>
    /// <param name="report">Told after each batch how far the epoch is; may be null.</param>
    /// <param name="cancellation">Asked before each batch.</param>
    /// <returns>The whole epoch, or what was done of it before it diverged.</returns>
    /// <exception cref="ArgumentException">
    /// The examples do not fit the network, or the estimator cannot work with the network or the cost.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the batches before it have been learned.</exception>
    public EpochProgress Run(
        LabelledExamples examples,
        Action<EpochProgress>? report = null,
        CancellationToken cancellation = default
    )
    {
        _batch.RequireFit(examples);
        Shuffle(examples.Count);
        var progress = new EpochProgress { TotalExamples = examples.Count };
        for (var batches = 1; progress.Examples < examples.Count && !progress.HasDiverged; batches++)
        {
            cancellation.ThrowIfCancellationRequested();
            var size = Math.Min(_batchSize, examples.Count - progress.Examples);
            progress = Learn(examples, _order.AsSpan(progress.Examples, size), progress);
            if (batches % BatchesBetweenChecks == 0 || progress.Examples == examples.Count)
            {
                var isFinite = TensorPrimitives.IsFiniteAll(_network.Parameters.All);
                progress = progress with { HasDiverged = progress.HasDiverged || !isFinite };
            }

            report?.Invoke(progress);
        }

        return progress;
    }

    /// <summary>The optimizer's step size; a schedule sets it between epochs.</summary>
    public double LearningRate
    {
        get => _optimizer.LearningRate;
        set => _optimizer.LearningRate = value;
    }

    private EpochProgress Learn(LabelledExamples examples, ReadOnlySpan<int> places, EpochProgress before)
    {
        var batch = _batch.Gather(examples, places);
        Estimate estimate = _estimator.Estimate(_network, _states, batch, _cost, _gradient);
        if (!double.IsFinite(estimate.Cost) || estimate.Free.Diverged + estimate.Nudged.Diverged > 0)
        {
            return before with { HasDiverged = true };
        }

        if (_optimizer is ParallelUpdate<T> together)
        {
            together.Step(_network.Parameters, _gradient);
        }
        else
        {
            _optimizer.Step(_network.Parameters.Edit(), _gradient.All);
        }

        return before with
        {
            Examples = before.Examples + places.Length,
            CostSum = before.CostSum + (estimate.Cost * places.Length),
            Correct = before.Correct + ExampleBatch<T>.CountCorrect(_states.Free.Outputs, examples, places),
            Free = before.Free.And(estimate.Free),
            Nudged = before.Nudged.And(estimate.Nudged),
        };
    }

    // Fisher and Yates, on from the order of the epoch before.
    private void Shuffle(int count)
    {
        if (_order.Length != count)
        {
            _order = [.. Enumerable.Range(0, count)];
        }

        for (var last = count - 1; last > 0; last--)
        {
            var other = _shuffling.NextInteger(last + 1);
            (_order[last], _order[other]) = (_order[other], _order[last]);
        }
    }
}
