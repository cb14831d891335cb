using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;

namespace Hebb.Supervised;

/// <summary>Measures how well a network classifies examples, without changing it.</summary>
/// <remarks>After the first batch nothing is allocated here. Not thread-safe.</remarks>
public sealed class SupervisedEvaluation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly EnergyNetwork<T> _network;
    private readonly IPrediction _prediction;
    private readonly ICost _cost;
    private readonly ExampleBatch<T> _batch;
    private readonly NetworkState<T> _state;
    private readonly int[] _places;

    /// <summary>An evaluation of one network, now and later.</summary>
    /// <param name="prediction">How it answers.</param>
    /// <param name="cost">What is asked of its outputs; targets are one-hot.</param>
    /// <param name="batchSize">Examples that are answered side by side; at least 1.</param>
    public SupervisedEvaluation(EnergyNetwork<T> network, IPrediction prediction, ICost cost, int batchSize)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        _network = network;
        _prediction = prediction;
        _cost = cost;
        _batch = new ExampleBatch<T>(network.Topology, batchSize);
        _state = new NetworkState<T>(network.Topology, batchSize);
        _places = new int[batchSize];
    }

    /// <summary>Has the network answer all examples.</summary>
    /// <param name="examples">The examples, of the network's sizes.</param>
    /// <param name="report">Told after each batch how many examples are answered; may be null.</param>
    /// <exception cref="ArgumentException">The examples do not fit the network.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Evaluation Run(
        LabelledExamples examples,
        Action<int>? report = null,
        CancellationToken cancellation = default
    )
    {
        _batch.RequireFit(examples);
        var costSum = 0.0;
        var evaluation = default(Evaluation);
        while (evaluation.Examples < examples.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            var places = _places.AsSpan(0, Math.Min(_places.Length, examples.Count - evaluation.Examples));
            for (var row = 0; row < places.Length; row++)
            {
                places[row] = evaluation.Examples + row;
            }

            var batch = _batch.Gather(examples, places);
            var settling = _prediction.Predict(_network, _state, batch.Inputs);
            costSum += PhaseStates<T>.CostSum(_cost, _state.Outputs, batch.Targets);
            evaluation = new Evaluation(
                evaluation.Examples + places.Length,
                costSum / (evaluation.Examples + places.Length),
                evaluation.Correct + ExampleBatch<T>.CountCorrect(_state.Outputs, examples, places),
                evaluation.Settling.And(settling)
            );
            report?.Invoke(evaluation.Examples);
        }

        return evaluation;
    }
}
