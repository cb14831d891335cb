using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;
using Hebb.Tests.Learning;

namespace Hebb.Tests.Supervised;

public sealed class SupervisedTrainingTests
{
    private static readonly LabelledExamples Training = Blobs.Make(150);
    private static readonly LabelledExamples Test = Blobs.Make(60, seed: 6);
    private static readonly IRelaxation Free = new FixedPoint(30);
    private static readonly IRelaxation Nudged = new FixedPoint(10);

    [Theory]
    [InlineData("symmetric", "squared-error")]
    [InlineData("one-sided", "squared-error")]
    [InlineData("random-sign", "squared-error")]
    [InlineData("symmetric", "cross-entropy")]
    public void A_separable_task_is_learned(string estimator, string cost)
    {
        var isReadout = cost == "cross-entropy";
        EnergyNetwork<float> network = NewNetwork<float>(1, isReadout);
        ICost asked = isReadout ? new SoftmaxCrossEntropy() : SquaredError.Half;
        var training = NewTraining(network, NewEstimator(estimator, 1), asked, batchSize: 16);
        var evaluation = new SupervisedEvaluation<float>(network, new SettledPrediction(Free), asked, 16);
        Evaluation before = evaluation.Run(Test);
        var epoch = default(EpochProgress);
        for (var count = 0; count < 25; count++)
        {
            epoch = training.Run(Training);
        }

        Evaluation after = evaluation.Run(Test);
        Assert.Equal(1, after.Accuracy);
        Assert.Equal(1, epoch.Accuracy);
        Assert.True(after.MeanCost < 0.6 * before.MeanCost, $"{before.MeanCost} to {after.MeanCost}");
        Assert.False(epoch.HasDiverged);
        Assert.Equal(30, epoch.FreeSweeps);
        Assert.Equal(estimator == "symmetric" ? 20 : 10, epoch.NudgedSweeps);
        Assert.Equal(0, epoch.UnsettledPhases);
        Assert.Equal(30, after.Settling.MeanSweeps);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        Assert.Equal(Trained(1), Trained(1));
        Assert.NotEqual(Trained(1), Trained(2));

        static float[] Trained(ulong seed)
        {
            EnergyNetwork<float> network = NewNetwork<float>(seed);
            var training = NewTraining(network, NewEstimator("random-sign", seed), SquaredError.Half, 16, seed);
            training.Run(Training);
            training.Run(Training);
            return network.Parameters.All.ToArray();
        }
    }

    [Fact]
    public void Single_precision_learns_what_double_does()
    {
        EnergyNetwork<float> single = NewNetwork<float>(3);
        EnergyNetwork<double> full = NewNetwork<double>(3);
        var singleEpoch = NewTraining(single, NewEstimator("symmetric", 3), SquaredError.Half, 32).Run(Training);
        var fullEpoch = NewTraining(full, NewEstimator("symmetric", 3), SquaredError.Half, 32).Run(Training);
        Assert.Equal(fullEpoch.MeanCost, singleEpoch.MeanCost, 1e-4);
        Assert.Equal(fullEpoch.Correct, singleEpoch.Correct);
        Assert.True(singleEpoch.MeanCost > 0);
    }

    [Fact]
    public void Every_example_is_learned_once_an_epoch_in_another_order_each_time()
    {
        var estimator = new RecordingEstimator(Training);
        var training = NewTraining(NewNetwork<float>(1), estimator, SquaredError.Half, batchSize: 64);
        training.Run(Training);
        Assert.Equal([64, 64, 22], estimator.Sizes);
        int[] first = [.. estimator.Places];
        Assert.Equal(Enumerable.Range(0, Training.Count), first.Order());
        estimator.Places.Clear();
        training.Run(Training);
        Assert.Equal(Enumerable.Range(0, Training.Count), estimator.Places.Order());
        Assert.NotEqual(first, estimator.Places);
    }

    [Fact]
    public void Each_batch_is_reported_with_running_numbers()
    {
        var reports = new List<EpochProgress>();
        var training = NewTraining(NewNetwork<float>(1), NewEstimator("symmetric", 1), SquaredError.Half, 40);
        EpochProgress epoch = training.Run(Training, reports.Add);
        Assert.Equal([40, 80, 120, 150], reports.Select(report => report.Examples));
        Assert.All(reports, report => Assert.Equal(150, report.TotalExamples));
        Assert.All(reports, report => Assert.InRange(report.Accuracy, 0, 1));
        Assert.All(reports, report => Assert.True(report.MeanCost > 0));
        Assert.Equal(epoch, reports[^1]);
        Assert.Equal(150, epoch.Free.Examples);
        Assert.Equal(300, epoch.Nudged.Examples);
    }

    [Fact]
    public void Phases_that_do_not_settle_are_counted()
    {
        var estimator = new EquilibriumPropagation(
            Nudging.Symmetric(0.5),
            new FixedPoint(1, 1e-9),
            new FixedPoint(100, 1e-3)
        );
        EpochProgress epoch = NewTraining(NewNetwork<float>(1), estimator, SquaredError.Half, 50).Run(Training);
        Assert.Equal(1.0 / 3, epoch.UnsettledPhases, 1e-12);
    }

    [Fact]
    public void Cancelled_it_stops_before_the_next_batch()
    {
        using var source = new CancellationTokenSource();
        var reports = 0;
        var training = NewTraining(NewNetwork<float>(1), NewEstimator("symmetric", 1), SquaredError.Half, 10);
        Assert.Throws<OperationCanceledException>(() =>
            training.Run(
                Training,
                _ =>
                {
                    if (++reports == 3)
                    {
                        source.Cancel();
                    }
                },
                source.Token
            )
        );
        Assert.Equal(3, reports);
        var evaluation = new SupervisedEvaluation<float>(
            NewNetwork<float>(1),
            new SettledPrediction(Free),
            SquaredError.Half,
            10
        );
        Assert.Throws<OperationCanceledException>(() => evaluation.Run(Test, report: null, source.Token));
    }

    [Fact]
    public void Divergence_ends_the_epoch_with_a_result()
    {
        // A linear network under steps far too long grows without bound.
        EnergyNetwork<float> network = EnergyNetwork.Layered([4, 8, 3], Activation.Linear, Activation.Linear, seed: 1);
        var optimizer = new StochasticGradientDescent<float>(network.Parameters.All.Length, 1e20);
        var training = new SupervisedTraining<float>(
            network,
            NewEstimator("symmetric", 1),
            optimizer,
            SquaredError.Half,
            10,
            new Pcg64(1)
        );
        EpochProgress epoch = training.Run(Training);
        Assert.True(epoch.HasDiverged);
        Assert.InRange(epoch.Examples, 10, 140);
        Assert.True(double.IsFinite(epoch.CostSum));
    }

    [Fact]
    public void Parameters_that_are_not_finite_are_noticed_though_the_outputs_are()
    {
        // An infinite bias leaves a unit within the range of its activation.
        EnergyNetwork<float> network = NewNetwork<float>(1);
        network.Parameters.EditBiases(1)[0] = float.PositiveInfinity;
        EpochProgress epoch = NewTraining(network, NewEstimator("symmetric", 1), SquaredError.Half, 150).Run(Training);
        Assert.True(epoch.HasDiverged);
    }

    [Fact]
    public void After_the_first_batch_nothing_is_allocated()
    {
        var training = NewTraining(NewNetwork<float>(1), NewEstimator("symmetric", 1), SquaredError.Half, 16);
        var evaluation = new SupervisedEvaluation<float>(
            NewNetwork<float>(1),
            new SettledPrediction(Free),
            SquaredError.Half,
            16
        );
        training.Run(Training);
        evaluation.Run(Test);
        var before = GC.GetAllocatedBytesForCurrentThread();
        training.Run(Training);
        evaluation.Run(Test);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Examples_of_other_sizes_are_refused()
    {
        EnergyNetwork<float> network = EnergyNetwork.Layered(
            [5, 8, 3],
            Activation.HardSigmoid,
            Activation.HardSigmoid,
            seed: 1
        );
        var training = NewTraining(network, NewEstimator("symmetric", 1), SquaredError.Half, 16);
        var exception = Assert.Throws<ArgumentException>(() => training.Run(Training));
        Assert.Contains("4 inputs and 3 classes", exception.Message, StringComparison.Ordinal);
    }

    private static EnergyNetwork<T> NewNetwork<T>(ulong seed, bool isReadout = false)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var network = new EnergyNetwork<T>(
            NetworkTopology.Layered(
                [Blobs.InputSize, 12, Blobs.Classes],
                Activation.HardSigmoid,
                isReadout ? Activation.Linear : Activation.HardSigmoid,
                readout: isReadout
            )
        );
        Initialization.XavierUniform(network.Parameters, SupervisedStreams.Initialization(seed));
        return network;
    }

    private static EquilibriumPropagation NewEstimator(string name, ulong seed) =>
        new(
            name switch
            {
                "one-sided" => Nudging.OneSided(0.5),
                "random-sign" => Nudging.RandomSign(0.5, SupervisedStreams.Nudging(seed)),
                _ => Nudging.Symmetric(0.5),
            },
            Free,
            Nudged
        );

    private static SupervisedTraining<T> NewTraining<T>(
        EnergyNetwork<T> network,
        IGradientEstimator estimator,
        ICost cost,
        int batchSize,
        ulong seed = 1
    )
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(
            network,
            estimator,
            new Adam<T>(network.Parameters.All.Length, 0.02),
            cost,
            batchSize,
            SupervisedStreams.Shuffling(seed)
        );

    /// <summary>Learns nothing and remembers which examples it was shown.</summary>
    private sealed class RecordingEstimator(LabelledExamples examples) : IGradientEstimator
    {
        public string Name => "recording";

        public List<int> Sizes { get; } = [];

        public List<int> Places { get; } = [];

        public Estimate Estimate<T>(
            EnergyNetwork<T> network,
            PhaseStates<T> states,
            in Batch<T> batch,
            ICost cost,
            NetworkParameters<T> gradient
        )
            where T : unmanaged, System.Numerics.INumberBase<T>
        {
            Sizes.Add(batch.Rows);
            states.Free.Clamp(network, batch.Inputs);
            for (var row = 0; row < batch.Rows; row++)
            {
                var first = float.CreateTruncating(batch.Inputs[row][0]);
                var place = Enumerable.Range(0, examples.Count).Single(one => examples.Input(one)[0] == first);
                Places.Add(place);
                var label = batch.Targets[row].IndexOf(T.One);
                Assert.Equal(examples.Label(place), label);
                Assert.Equal(Blobs.Classes - 1, batch.Targets[row].Count(T.Zero));
            }

            return new Estimate(1, default, default);
        }
    }
}
