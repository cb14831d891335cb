using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Snapshots;

namespace Hebb.Supervised;

/// <summary>
/// Trains a network to classify: an epoch goes once through the examples in a new order, batch by batch, and each batch
/// makes one step of the optimizer down the estimated gradient. Targets are one-hot.
/// </summary>
/// <remarks>
/// The same network, settings, stream and examples give the same bits. After the first batch nothing is allocated,
/// but a little for every batch where <see cref="ParallelEstimation"/> or <see cref="ParallelUpdate{T}"/> hand out work.
/// The state between two batches is that of the parameters, the optimizer, the stream, the order of the examples and the
/// numbers of the epoch; an estimator that draws signs has a stream of its own, which its owner visits. Not thread-safe.
/// </remarks>
public sealed class SupervisedTraining<T> : IStateful
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
    private EpochProgress _epoch;

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

    /// <summary>The epoch under way, or the last one that ended; all 0 before the first.</summary>
    public EpochProgress Epoch => _epoch;

    /// <summary>Whether the next batch is the first of a new epoch.</summary>
    public bool IsBetweenEpochs => _epoch.Examples == _epoch.TotalExamples || _epoch.HasDiverged;

    /// <summary>
    /// Goes on with the epoch under way, or begins one, and learns to its end. It ends early where the network diverges: at a
    /// cost or a unit that is not finite before the step that it would lead to; at a parameter that is not finite after at
    /// most 16 more steps.
    /// </summary>
    /// <param name="examples">What is learned from, of the network's sizes.</param>
    /// <param name="report">Told after each batch how far the epoch is; may be null.</param>
    /// <returns>The whole epoch, or what was done of it before it diverged.</returns>
    /// <exception cref="ArgumentException">
    /// The examples do not fit the network or the epoch under way, or the estimator cannot work with the network or the cost.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the batches before it have been learned.</exception>
    public EpochProgress Run(
        LabelledExamples examples,
        Action<EpochProgress>? report = null,
        CancellationToken cancellation = default
    )
    {
        do
        {
            cancellation.ThrowIfCancellationRequested();
            Advance(examples);
            report?.Invoke(_epoch);
        } while (!IsBetweenEpochs);

        return _epoch;
    }

    /// <summary>Learns from one batch: the next of the epoch under way, or the first of a new one.</summary>
    /// <param name="examples">What is learned from, of the network's sizes; the same ones to the end of an epoch.</param>
    /// <exception cref="ArgumentException">As of <see cref="Run"/>.</exception>
    public void Advance(LabelledExamples examples)
    {
        _batch.RequireFit(examples);
        if (IsBetweenEpochs)
        {
            Shuffle(examples.Count);
            _epoch = new EpochProgress { TotalExamples = examples.Count };
        }
        else if (examples.Count != _epoch.TotalExamples)
        {
            throw new ArgumentException(
                $"examples: {examples.Count}; the epoch under way has {_epoch.TotalExamples}",
                nameof(examples)
            );
        }

        var size = Math.Min(_batchSize, examples.Count - _epoch.Examples);
        _epoch = Learn(examples, _order.AsSpan(_epoch.Examples, size), _epoch);
        var isFull = _epoch.Examples == examples.Count;
        if (isFull || _epoch.Examples / _batchSize % BatchesBetweenChecks == 0)
        {
            var isFinite = TensorPrimitives.IsFiniteAll(_network.Parameters.All);
            _epoch = _epoch with { HasDiverged = _epoch.HasDiverged || !isFinite };
        }
    }

    /// <summary>The Euclidean norm that a gradient is shortened to where it is longer; positive, infinite for none.</summary>
    public double GradientNorm { get; init; } = double.PositiveInfinity;

    /// <summary>The optimizer's step size; a schedule sets it between epochs.</summary>
    public double LearningRate
    {
        get => _optimizer.LearningRate;
        set => _optimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", _network.Parameters);
        visitor.Part("optimizer", _optimizer);
        visitor.Part("shuffling", _shuffling);
        var count = visitor.Count("examples", _order.Length, Array.MaxLength);
        if (count != _order.Length)
        {
            _order = new int[count];
        }

        visitor.Numbers<int>("order", _order);
        (var total, var examples, var costSum, var correct, Settling free, Settling nudged, var hasDiverged) = _epoch;
        visitor.Number("epoch.total", ref total);
        visitor.Number("epoch.examples", ref examples);
        visitor.Number("epoch.cost_sum", ref costSum);
        visitor.Number("epoch.correct", ref correct);
        free = Visit(visitor, "epoch.free", free);
        nudged = Visit(visitor, "epoch.nudged", nudged);
        visitor.Number("epoch.has_diverged", ref hasDiverged);
        _epoch = new EpochProgress(total, examples, costSum, correct, free, nudged, hasDiverged);
    }

    private static Settling Visit(StateVisitor visitor, string name, Settling settling)
    {
        (var examples, var sweeps, var mostSweeps, var unsettled, var diverged, var residual) = settling;
        visitor.Number($"{name}.examples", ref examples);
        visitor.Number($"{name}.sweeps", ref sweeps);
        visitor.Number($"{name}.most_sweeps", ref mostSweeps);
        visitor.Number($"{name}.unsettled", ref unsettled);
        visitor.Number($"{name}.diverged", ref diverged);
        visitor.Number($"{name}.largest_residual", ref residual);
        return new Settling(examples, sweeps, mostSweeps, unsettled, diverged, residual);
    }

    private EpochProgress Learn(LabelledExamples examples, ReadOnlySpan<int> places, EpochProgress before)
    {
        var batch = _batch.Gather(examples, places);
        Estimate estimate = _estimator.Estimate(_network, _states, batch, _cost, _gradient);
        if (!double.IsFinite(estimate.Cost) || estimate.Free.Diverged + estimate.Nudged.Diverged > 0)
        {
            return before with { HasDiverged = true };
        }

        if (double.IsFinite(GradientNorm))
        {
            Optimizers.GradientNorm.Limit(_gradient.Edit(), GradientNorm);
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
