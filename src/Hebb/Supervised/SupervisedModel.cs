using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Supervised;

/// <summary>What settings describe, at its start: the network and what trains and evaluates it.</summary>
/// <remarks>Its state is everything that training goes on from between two batches.</remarks>
public sealed class SupervisedModel : IStateful, IDisposable
{
    private static readonly double[] ExtremeDraws = [0, 1 - 1e-9];

    private readonly SupervisedSettings _settings;
    private readonly WorkerTeam _team;
    private readonly Pcg64[] _signs;

    /// <summary>Makes the model with the weights of its seed.</summary>
    /// <param name="inputSize">The inputs of an example; at least 1.</param>
    /// <param name="classes">The classes, and so the outputs; at least 2.</param>
    /// <param name="seed">The seed of all random streams; see <see cref="SupervisedStreams"/>.</param>
    /// <exception cref="ArgumentException">Something in the settings is not possible; the message says what.</exception>
    public SupervisedModel(SupervisedSettings settings, int inputSize, int classes, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        Network = new EnergyNetwork<float>(TopologyOf(settings, inputSize, classes));
        Initialization.FanIn(Network.Parameters, SupervisedStreams.Initialization(seed), settings.Network.Gain);

        // Signs are drawn for each thread from a stream of its own: which of them comes first is left to chance.
        _signs =
            settings.Threads == 1
                ? [SupervisedStreams.Nudging(seed)]
                : [.. Enumerable.Range(0, settings.Threads).Select(worker => SupervisedStreams.Nudging(seed, worker))];
        IGradientEstimator[] estimators = [.. _signs.Select(signs => EstimatorOf(settings, signs))];
        var length = Network.Parameters.All.Length;
        _team = new WorkerTeam(settings.Threads);
        Training = new SupervisedTraining<float>(
            Network,
            settings.Threads == 1 ? estimators[0] : new ParallelEstimation(_team, [.. estimators]),
            settings.Threads == 1
                ? settings.Optimizer.Create(length)
                : new ParallelUpdate<float>(_team, length, settings.Optimizer.Create),
            CostOf(settings),
            settings.BatchSize,
            SupervisedStreams.Shuffling(seed)
        )
        {
            GradientNorm = settings.Optimizer.GradientNorm,
        };
        Evaluation = new SupervisedEvaluation<float>(
            Network,
            PredictionOf(settings),
            CostOf(settings),
            settings.BatchSize
        );
    }

    /// <summary>The estimators that can train: all but those that ask for phases for every parameter.</summary>
    /// <param name="catalogues">All that can be named.</param>
    public static IEnumerable<EstimatorSettings> EstimatorsOf(CatalogueSet catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        return catalogues.Estimators.Where(estimator => !estimator.IsSlow);
    }

    /// <summary>The network.</summary>
    public EnergyNetwork<float> Network { get; }

    /// <summary>What trains it.</summary>
    public SupervisedTraining<float> Training { get; }

    /// <summary>What evaluates it, now and later: as it was trained, by settling or by one pass.</summary>
    public SupervisedEvaluation<float> Evaluation { get; }

    /// <summary>The graph of a network.</summary>
    /// <param name="inputSize">The inputs; at least 1.</param>
    /// <param name="classes">The outputs; at least 2.</param>
    public static NetworkTopology TopologyOf(SupervisedSettings settings, int inputSize, int classes)
    {
        ArgumentNullException.ThrowIfNull(settings);

        // The softmax of a cross-entropy acts back on nothing.
        var isReadout = settings.Cost is ClassificationCost.CrossEntropy;
        var topology = NetworkTopology.Layered(
            [inputSize, .. settings.Network.Hidden, classes],
            settings.Network.Activation,
            isReadout ? Activation.Linear : settings.Network.OutputActivation,
            readout: isReadout
        );
        return settings.Estimator.HasFeedback ? topology.WithSeparateFeedback() : topology;
    }

    /// <summary>
    /// Asks a small network of the same kind for a gradient, so that what cannot work together says so before any example is
    /// read.
    /// </summary>
    /// <exception cref="ArgumentException">The network, the estimator and the cost do not fit; the message says why.</exception>
    /// <exception cref="TopologyException">The estimator cannot work with the network's graph or activations.</exception>
    public static void Require(SupervisedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        const int size = 2;
        SupervisedSettings small = settings with
        {
            Network = settings.Network with { Hidden = [.. settings.Network.Hidden.Select(_ => size)] },
        };
        var example = new LabelledExamples(size, size, [.. new float[size]], [0]);
        var network = new EnergyNetwork<float>(TopologyOf(small, size, size));
        Initialization.FanIn(network.Parameters, SupervisedStreams.Initialization(0), settings.Network.Gain);

        // Whichever way random signs fall, it must be possible.
        foreach (var draw in ExtremeDraws)
        {
            var trial = new SupervisedTraining<float>(
                network.Copy(),
                EstimatorOf(small, new ConstantSource(draw)),
                small.Optimizer.Create(network.Parameters.All.Length),
                CostOf(small),
                batchSize: 1,
                SupervisedStreams.Shuffling(0)
            );
            trial.Run(example);
        }
    }

    /// <summary>Sets the step size of an epoch, which falls from epoch to epoch where it is annealed.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    public void BeginEpoch(int epoch)
    {
        if (_settings.Anneals)
        {
            Training.LearningRate = _settings.Optimizer.LearningRate * (_settings.Epochs - epoch) / _settings.Epochs;
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("training", Training);
        visitor.Parts("signs", _signs);
    }

    /// <summary>Ends its threads.</summary>
    public void Dispose() => _team.Dispose();

    private static ICost CostOf(SupervisedSettings settings) =>
        settings.Cost is ClassificationCost.CrossEntropy ? new SoftmaxCrossEntropy() : SquaredError.Half;

    private static IGradientEstimator EstimatorOf(SupervisedSettings settings, IUniformSource signs) =>
        settings.Estimator.Create(PhasesOf(settings) with { Random = signs });

    /// <summary>How a network of settings answers.</summary>
    internal static IPrediction PredictionOf(SupervisedSettings settings) =>
        settings.Estimator.IsFeedforward ? new FeedforwardPrediction() : new SettledPrediction(PhasesOf(settings).Free);

    private static EstimatorPhases PhasesOf(SupervisedSettings settings) =>
        EstimatorPhases.Of(settings.Relaxation, settings.Phases);

    private sealed class ConstantSource(double number) : IUniformSource
    {
        public double NextDouble() => number;

        public void VisitState(StateVisitor visitor)
        {
            // It is always the same.
        }
    }
}
