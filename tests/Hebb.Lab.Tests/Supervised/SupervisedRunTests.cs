using System.Text.Json;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Files.Safetensors;
using Hebb.Lab.Configurations;
using Hebb.Lab.Data;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Runs;
using Hebb.Lab.Supervised;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Files;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Lab.Tests.Supervised;

public sealed class SupervisedRunTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();
    private readonly ImageDataset _dataset;

    public SupervisedRunTests()
    {
        SmallDataset.Write(_temporary.New("small"));
        _dataset = ImageDataset.Load(_temporary.New("small"));
    }

    public static TheoryData<string> Estimators =>
        [.. SupervisedModel.EstimatorsOf(CatalogueSet.Standard).Select(entry => entry.Name)];

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_run_leaves_its_files_and_a_network_read_back_answers_bit_for_bit_as_it_did()
    {
        SupervisedSettings settings = NewSettings();
        IReadOnlyList<EpochRecord> epochs = Run(settings, "out");
        Assert.Equal([1, 2, 3], epochs.Select(epoch => epoch.Epoch));
        IEnumerable<string> names = Directory.GetFiles(_temporary.New("out")).Select(file => Path.GetFileName(file));
        Assert.Equal(
            ".lock checkpoint.safetensors epochs.csv events.out.tfevents.0.hebb learning-curve.png learning-curve.svg "
                + "run.json weights.safetensors",
            string.Join(' ', names.Order(StringComparer.Ordinal))
        );

        EnergyNetwork<float> read = NetworkFile.Read(PathOf("out", "weights.safetensors"));
        var evaluation = new SupervisedEvaluation<float>(
            read,
            new SettledPrediction(new FixedPoint(settings.Phases.FreeSweeps)),
            SquaredError.Half,
            settings.BatchSize
        );
        Evaluation result = evaluation.Run(_dataset.Test);
        Assert.Equal(epochs[^1].TestAccuracy, result.Accuracy);
        Assert.Equal(epochs[^1].TestCost, result.MeanCost);
    }

    [Fact]
    public void The_record_the_weights_and_the_events_say_what_was_run()
    {
        IReadOnlyList<EpochRecord> epochs = Run(NewSettings(), "out", seed: 7);
        RunRecord record = RunFolder.ReadRecord(_temporary.New("out"))!;
        Assert.Equal(RunStatus.Finished, record.Status);
        Assert.Equal(("supervised", "small", 7UL), (record.Agent, record.Environment, record.Seed));
        Assert.Equal((600L, 600L, 3), (record.Steps, record.StepsTaken, record.Episodes));
        SupervisedOutcome outcome = record.Supervised!;
        Assert.Equal((3, 3), (outcome.Epochs, outcome.EpochsDone));
        Assert.Null(outcome.DivergedInEpoch);
        Assert.Equal(epochs[^1].TestAccuracy, outcome.TestAccuracy);
        Assert.Equal(epochs.Max(epoch => epoch.TestAccuracy), outcome.BestTestAccuracy);
        Assert.StartsWith("0.", record.Program, StringComparison.Ordinal);
        var configuration = (SupervisedConfiguration)RunConfiguration.Read(record.Configuration!);
        Assert.Equal(12, Assert.Single(configuration.Settings.Network.Hidden));
        Assert.Equal(record.Hash, configuration.Hash);

        var weights = SafetensorsFile.Read(PathOf("out", "weights.safetensors"));
        Assert.Equal("3", weights.Metadata["epoch"]);
        Assert.Equal("7", weights.Metadata["seed"]);
        Assert.StartsWith("hebb 0.", weights.Metadata["program"], StringComparison.Ordinal);
        using var settings = JsonDocument.Parse(weights.Metadata["settings"]);
        using var recorded = JsonDocument.Parse(record.Configuration!.ToJsonString());
        Assert.True(JsonElement.DeepEquals(settings.RootElement, recorded.RootElement));

        ScalarEvent[] events =
        [
            .. EventFile.Read(PathOf("out", EventLog.FileName)).Where(scalar => scalar.Tag == "hebb/test_accuracy"),
        ];
        Assert.Equal([200, 400, 600], events.Select(scalar => scalar.Step));
        Assert.Equal(epochs.Select(epoch => (float)epoch.TestAccuracy), events.Select(scalar => scalar.Value));
    }

    [Theory]
    [MemberData(nameof(Estimators))]
    public void Every_estimator_learns_and_a_run_in_parts_is_that_of_one_stroke(string estimator)
    {
        // Where a hard sigmoid is flat an exact gradient is zero, and outputs that were driven there stay there.
        SupervisedSettings settings = NewSettings() with
        {
            Estimator = Estimator(estimator),
            Network = new SupervisedNetwork { Hidden = [12], Activation = Activation.Sigmoid },
            BatchSize = 8,
            Epochs = 6,
            Anneals = true,
            Optimizer = new AdamSettings { LearningRate = 0.03, Epsilon = 1e-8 },
        };
        IReadOnlyList<EpochRecord> epochs = Run(settings, "out");
        Assert.True(epochs[^1].TestAccuracy >= 0.95, $"{epochs[^1]}");
        Assert.Equal(0, epochs[^1].UnsettledPhases);
        Assert.Equal(estimator == "backprop" ? 1 : 30, epochs[^1].FreeSweeps);
        AssertSameInParts(settings, "out");
    }

    [Theory]
    [InlineData(ClassificationCost.CrossEntropy, "adam", 0, 1)]
    [InlineData(ClassificationCost.SquaredError, "sgd", 1e-3, 2)]
    public void A_run_in_parts_is_that_of_one_stroke_however_it_learns(
        ClassificationCost cost,
        string optimizer,
        double tolerance,
        int threads
    )
    {
        SupervisedSettings settings = NewSettings() with
        {
            Estimator = new RandomSignSettings { Beta = 0.5 },
            Cost = cost,
            Optimizer = CatalogueSet.Standard.Optimizers.Find(optimizer) with { LearningRate = 0.01 },
            Relaxation = new FixedPointSettings { Tolerance = tolerance },
            Threads = threads,
        };
        Run(settings, "out");
        AssertSameInParts(settings, "out");
    }

    [Theory]
    [InlineData("symmetric", ClassificationCost.CrossEntropy, "adam", "hard-sigmoid", 0)]
    [InlineData("backprop", ClassificationCost.CrossEntropy, "sgd", "rectified-linear", 0)]
    [InlineData("one-sided", ClassificationCost.SquaredError, "sgd", "tanh", 1e-3)]
    public void Costs_optimizers_activations_and_tolerances_work_together(
        string estimator,
        ClassificationCost cost,
        string optimizer,
        string activation,
        double tolerance
    )
    {
        SupervisedSettings settings = NewSettings() with
        {
            Estimator = Estimator(estimator),
            Cost = cost,
            Optimizer = CatalogueSet.Standard.Optimizers.Find(optimizer) with
            {
                LearningRate = optimizer == "sgd" ? 0.3 : 0.01,
            },
            Network = new SupervisedNetwork { Hidden = [24, 16], Activation = Activation.Named(activation) },
            Relaxation = new FixedPointSettings { Tolerance = tolerance },
            BatchSize = 8,
            Epochs = 6,
        };
        IReadOnlyList<EpochRecord> epochs = Run(settings, "out");
        Assert.True(epochs[^1].TestAccuracy >= 0.95, $"{epochs[^1]}");
        Assert.True(tolerance == 0 || epochs[^1].FreeSweeps < 30);
    }

    [Fact]
    public void The_same_configuration_gives_the_same_numbers_and_weights()
    {
        SupervisedSettings settings = NewSettings() with { Estimator = Estimator("random-sign") };
        IReadOnlyList<EpochRecord> one = Run(settings, "one");
        IReadOnlyList<EpochRecord> two = Run(settings, "two");
        Assert.Equal(one.Select(WithoutTimes), two.Select(WithoutTimes));
        Assert.Equal(Weights("one"), Weights("two"));
        Run(settings, "three", seed: 1);
        Assert.NotEqual(Weights("one"), Weights("three"));
    }

    [Fact]
    public void An_annealed_step_size_falls_in_equal_steps_from_epoch_to_epoch()
    {
        SupervisedSettings settings = NewSettings() with
        {
            Anneals = true,
            Optimizer = new StochasticGradientDescentSettings { LearningRate = 0.01 },
        };
        Run(settings, "out");
        Run(settings with { Anneals = false }, "constant");
        var network = new EnergyNetwork<float>(SupervisedModel.TopologyOf(settings, 16, 4));
        Initialization.FanIn(network.Parameters, SupervisedStreams.Initialization(0));
        var training = new SupervisedTraining<float>(
            network,
            new EquilibriumPropagation(Nudging.Symmetric(0.5), new FixedPoint(30), new FixedPoint(10)),
            new StochasticGradientDescent<float>(network.Parameters.All.Length, 1),
            SquaredError.Half,
            settings.BatchSize,
            SupervisedStreams.Shuffling(0)
        );
        foreach (var left in (int[])[3, 2, 1])
        {
            training.LearningRate = 0.01 * left / 3;
            training.Run(_dataset.Training, cancellation: TestContext.Current.CancellationToken);
        }

        EnergyNetwork<float> read = NetworkFile.Read(PathOf("out", "weights.safetensors"));
        Assert.Equal(network.Parameters.All, read.Parameters.All);
        Assert.NotEqual(Weights("out"), Weights("constant"));
    }

    [Fact]
    public void Divergence_is_recorded_and_the_weights_stay_those_of_the_last_good_epoch()
    {
        SupervisedSettings settings = NewSettings() with
        {
            Network = new SupervisedNetwork { Hidden = [12], Activation = Activation.Linear },
            Optimizer = new StochasticGradientDescentSettings { LearningRate = 1e12 },
        };
        EpochRecord epoch = Assert.Single(Run(settings, "out"));
        Assert.True(double.IsNaN(epoch.TrainingCost) && double.IsNaN(epoch.TestCost));
        Assert.False(File.Exists(PathOf("out", "weights.safetensors")));
        RunRecord record = RunFolder.ReadRecord(_temporary.New("out"))!;
        Assert.Equal(RunStatus.Finished, record.Status);
        Assert.Equal((0, 1), (record.Supervised!.EpochsDone, record.Supervised.DivergedInEpoch));
        Assert.Null(record.Supervised.TestAccuracy);
        Assert.InRange(record.DivergedAt!.Value, 0, SmallDataset.Training);
        Assert.Equal(2, File.ReadAllLines(PathOf("out", "epochs.csv")).Length);
    }

    [Fact]
    public void Cancelled_it_keeps_the_epochs_that_were_finished()
    {
        using var source = new CancellationTokenSource();
        SupervisedPlan plan = Plan(NewSettings() with { Epochs = 100_000 });
        SupervisedProgress progress = plan.Progress!;
        var run = Task.Run(() => Train(plan, "out", 0, source.Token), TestContext.Current.CancellationToken);
        while (progress.Finished().Count == 0)
        {
            SupervisedSnapshot now = progress.Now;
            Assert.InRange(now.Training.Examples, 0, SmallDataset.Training);
            Assert.InRange(now.Tested, 0, SmallDataset.Test);
        }

        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => run.GetAwaiter().GetResult());
        var finished = progress.Finished().Count;
        Assert.Equal(1 + finished, File.ReadAllLines(PathOf("out", "epochs.csv")).Length);
        Assert.True(progress.Now.Left > TimeSpan.Zero);
        Assert.True(progress.Now.ExamplesPerSecond > 0);
        RunRecord record = RunFolder.ReadRecord(_temporary.New("out"))!;
        Assert.Equal((RunStatus.Stopped, finished), (record.Status, record.Episodes));
    }

    [Fact]
    public void A_used_directory_is_gone_on_with_by_the_same_configuration_alone()
    {
        SupervisedSettings settings = NewSettings();
        Run(settings, "out");
        var weights = Weights("out");
        Assert.Equal(3, Run(settings, "out").Count);
        Assert.Equal(weights, Weights("out"));
        Refused(settings with { Epochs = 4 }, 0, "supervised.epochs is 3 there and 4 now");
        Refused(
            settings with
            {
                Estimator = new OneSidedSettings { Beta = 0.5 },
            },
            0,
            "supervised.estimator.name is symmetric there and one-sided now"
        );
        Refused(settings, 1, "seed is 0 there and 1 now");

        void Refused(SupervisedSettings other, ulong seed, string expected)
        {
            var exception = Assert.Throws<RecordException>(() =>
                SupervisedDirectory.Require(_temporary.New("out"), new SupervisedConfiguration(other), seed)
            );
            Assert.Equal(
                $"{_temporary.New("out")} belongs to another configuration: {expected}; choose a new directory or the same arguments",
                exception.Message
            );
        }
    }

    [Fact]
    public void What_does_not_fit_the_dataset_is_refused()
    {
        AssertRefused(settings => settings with { Examples = 201 }, "supervised.examples: 201; small has 200 training");
        AssertRefused(settings => settings with { BatchSize = 201 }, "supervised.batchSize: 201; at most the 200");
        AssertRefused(
            settings => settings with { Network = new SupervisedNetwork { Hidden = [100_000, 100_000] } },
            "supervised.network.hidden: 100000,100000; the network would have"
        );

        void AssertRefused(Func<SupervisedSettings, SupervisedSettings> change, string expected)
        {
            var exception = Assert.Throws<RecordException>(() => Plan(change(NewSettings())));
            Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        }
    }

    private static EpochRecord WithoutTimes(EpochRecord epoch) => epoch with { Seconds = 0, ExamplesPerSecond = 0 };

    private static EstimatorSettings Estimator(string name) =>
        CatalogueSet.Standard.Estimators.Find(name) is var entry && entry.Costs is EstimatorCosts.SquaredError
            ? entry
            : entry.WithStrength(0.5) switch
            {
                ContinualSettings continual => continual with { ContinualRate = 0.03 },
                var other => other,
            };

    private static SupervisedSettings NewSettings() =>
        new()
        {
            Data = "small",
            Network = new SupervisedNetwork { Hidden = [12] },
            BatchSize = 32,
            Epochs = 3,
            Optimizer = new AdamSettings { LearningRate = 0.01, Epsilon = 1e-8 },
        };

    private SupervisedPlan Plan(SupervisedSettings settings)
    {
        var plan = SupervisedPlan.Of(new SupervisedConfiguration(settings), _dataset);
        return plan with { Progress = new SupervisedProgress(plan) };
    }

    private RunRecord Train(
        SupervisedPlan plan,
        string name,
        ulong seed,
        CancellationToken cancellation,
        double interval = 1000
    ) => SupervisedDirectory.Train(_temporary.New(name), plan, seed, TimeSpan.FromSeconds(interval), cancellation);

    private IReadOnlyList<EpochRecord> Run(SupervisedSettings settings, string name, ulong seed = 0)
    {
        SupervisedPlan plan = Plan(settings);
        Train(plan, name, seed, TestContext.Current.CancellationToken);
        return plan.Progress!.Finished();
    }

    // Stopped wherever it happens to be after its first batch or in its first test, a few times.
    private void AssertSameInParts(SupervisedSettings settings, string whole)
    {
        for (var stop = 0; stop < 4; stop++)
        {
            SupervisedPlan plan = Plan(settings);
            using var source = new CancellationTokenSource();
            var run = Task.Run(
                () => Train(plan, "parts", 0, source.Token, interval: 0.0001),
                TestContext.Current.CancellationToken
            );
            while (!run.IsCompleted && plan.Progress!.Now is { ExamplesPerSecond: 0, Tested: 0 })
            {
                Thread.Yield();
            }

            source.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => run.GetAwaiter().GetResult());
        }

        Run(settings, "parts");
        Assert.Equal(Outcome(whole), Outcome("parts"));
    }

    // Everything but times.
    private string[] Outcome(string name)
    {
        var checkpoint = SafetensorsFile.Read(PathOf(name, "checkpoint.safetensors"));
        return
        [
            .. EpochTable
                .Read(_temporary.New(name), SmallDataset.Training)!
                .Names.Except(["seconds", "examples_per_second", "t"], StringComparer.Ordinal)
                .Select(column =>
                    $"{column} {string.Join(' ', EpochTable.Read(_temporary.New(name), SmallDataset.Training)!.Column(column))}"
                ),
            .. checkpoint
                .Tensors.Where(tensor => tensor.Name is not ("epoch_seconds" or "epochs.numbers"))
                .Select(tensor => $"{tensor.Name} {string.Join('x', tensor.Shape)} {Runs.Digest.Of(tensor)}"),
            .. EventFile
                .Read(PathOf(name, EventLog.FileName))
                .Where(scalar => scalar.Tag != "hebb/examples_per_second")
                .Select(scalar => FormattableString.Invariant($"{scalar.Step} {scalar.Tag} {scalar.Value:R}")),
        ];
    }

    private byte[] Weights(string name) => File.ReadAllBytes(PathOf(name, "weights.safetensors"));

    private string PathOf(string name, string file) => Path.Combine(_temporary.New(name), file);
}
