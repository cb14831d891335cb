using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Hebb.Costs;
using Hebb.Lab.Data;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Benchmarks.Engine;

/// <summary>
/// Training on Fashion-MNIST as the peers' codes were timed: batch 64, at most 30 free and 10 nudged sweeps, beta 0.5, Adam at
/// 5e-4, hard sigmoid units, linear outputs, squared error. Measured is an example of the first 6,400, after two passes over
/// them, with everything that belongs to training; not the evaluation.
/// </summary>
[Config(typeof(SupervisedConfiguration))]
[SuppressMessage("Design", "CA1001", Justification = "The cleanup after each benchmark disposes of the threads.")]
public class SupervisedBenchmarks
{
    private const int BatchSize = 64;
    private const int Examples = 100 * BatchSize;
    private const int FreeSweeps = 30;
    private const int NudgedSweeps = 10;
    private const double Beta = 0.5;
    private const double Tolerance = 1e-3;
    private const double LearningRate = 5e-4;

    private LabelledExamples _examples = null!;
    private SupervisedTraining<float> _training = null!;
    private WorkerTeam? _team;

    [Params("512", "512-512")]
    public string Hidden { get; set; } = "";

    [Params("one-sided", "symmetric", "backprop")]
    public string Estimator { get; set; } = "";

    [Params("fixed", "residual")]
    public string Stop { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        DatasetSource source = DatasetCatalogue.Get("fashion-mnist");
        var directory =
            DatasetFolders.OfThisMachine().Find(source)
            ?? throw new InvalidOperationException("Fashion-MNIST is not on this machine.");
        LabelledExamples all = ImageDataset.Load(directory, source.Name).Training;
        _examples = all.Take(Examples);
        int[] sizes = [all.InputSize, .. Hidden.Split('-').Select(int.Parse), all.ClassCount];
        var topology = NetworkTopology.Layered(sizes, Activation.HardSigmoid, Activation.Linear);
        EnergyNetwork<float> network = EnergyNetwork.Create<float>(topology, seed: 1);
        _team = new WorkerTeam(Threads);
        IGradientEstimator estimator = Create();
        _training = new SupervisedTraining<float>(
            network,
            Threads == 1 ? estimator : new ParallelEstimation(_team, [.. Enumerable.Repeat(estimator, Threads)]),
            new ParallelUpdate<float>(
                _team,
                network.Parameters.All.Length,
                length => new Adam<float>(length, LearningRate)
            ),
            SquaredError.Half,
            BatchSize,
            new Pcg64(2)
        );
    }

    [GlobalCleanup]
    public void Finish() => _team?.Dispose();

    [Benchmark(OperationsPerInvoke = Examples, Description = "an example")]
    public void Learn() => _training.Run(_examples);

    private IGradientEstimator Create()
    {
        var tolerance = string.Equals(Stop, "residual", StringComparison.Ordinal) ? Tolerance : 0;
        var free = new FixedPoint(FreeSweeps, tolerance);
        var nudged = new FixedPoint(NudgedSweeps, tolerance);
        return Estimator switch
        {
            "one-sided" => new EquilibriumPropagation(Nudging.OneSided(Beta), free, nudged),
            "symmetric" => new EquilibriumPropagation(Nudging.Symmetric(Beta), free, nudged),
            _ => new Backpropagation(),
        };
    }
}
