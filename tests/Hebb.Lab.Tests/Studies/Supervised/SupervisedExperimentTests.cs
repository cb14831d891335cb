using System.Text.Json;
using Hebb.Costs;
using Hebb.Lab.Data;
using Hebb.Lab.Records;
using Hebb.Lab.Records.Networks;
using Hebb.Lab.Records.Safetensors;
using Hebb.Lab.Studies.Supervised;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Lab.Tests.Studies.Supervised;

public sealed class SupervisedExperimentTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();
    private readonly ImageDataset _dataset;

    public SupervisedExperimentTests()
    {
        SmallDataset.Write(_temporary.New("small"));
        _dataset = ImageDataset.Load(_temporary.New("small"));
    }

    public static TheoryData<string> Estimators => [.. SupervisedChoices.Estimators.Select(entry => entry.Name)];

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_run_leaves_its_files_and_a_network_read_back_answers_bit_for_bit_as_it_did()
    {
        SupervisedConfiguration configuration = NewConfiguration();
        IReadOnlyList<EpochRecord> epochs = Run(configuration, "out");
        Assert.Equal([1, 2, 3], epochs.Select(epoch => epoch.Epoch));
        IEnumerable<string> names = Directory.GetFiles(_temporary.New("out")).Select(file => Path.GetFileName(file));
        Assert.Equal(
            ".lock epochs.csv learning-curve.png learning-curve.svg run.json weights.safetensors",
            string.Join(' ', names.Order(StringComparer.Ordinal))
        );

        EnergyNetwork<float> read = NetworkFile.Read(
            Path.Combine(_temporary.New("out"), SupervisedResults.WeightsName)
        );
        var evaluation = new SupervisedEvaluation<float>(
            read,
            new SettledPrediction(new FixedPoint(configuration.FreeSweeps)),
            SquaredError.Half,
            configuration.BatchSize
        );
        Evaluation result = evaluation.Run(_dataset.Test);
        Assert.Equal(epochs[^1].TestAccuracy, result.Accuracy);
        Assert.Equal(epochs[^1].TestCost, result.MeanCost);
    }

    [Fact]
    public void The_record_and_the_weights_say_what_was_run()
    {
        Run(NewConfiguration() with { Seed = 7 }, "out");
        using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_temporary.New("out"), "run.json")));
        Assert.Equal(1, record.RootElement.GetProperty("formatVersion").GetInt32());
        Assert.Equal(3, record.RootElement.GetProperty("epochsDone").GetInt32());
        Assert.Equal(JsonValueKind.Null, record.RootElement.GetProperty("divergedInEpoch").ValueKind);
        Assert.StartsWith("0.", record.RootElement.GetProperty("programVersion").GetString(), StringComparison.Ordinal);
        JsonElement configuration = record.RootElement.GetProperty("configuration");
        Assert.Equal(7, configuration.GetProperty("seed").GetInt32());
        Assert.Equal("symmetric", configuration.GetProperty("estimator").GetString());
        Assert.Equal(12, configuration.GetProperty("hidden")[0].GetInt32());

        var weights = SafetensorsFile.Read(Path.Combine(_temporary.New("out"), "weights.safetensors"));
        Assert.Equal("3", weights.Metadata["epoch"]);
        Assert.StartsWith("hebb 0.", weights.Metadata["program"], StringComparison.Ordinal);
        using var settings = JsonDocument.Parse(weights.Metadata["settings"]);
        Assert.True(JsonElement.DeepEquals(settings.RootElement, configuration));
    }

    [Theory]
    [MemberData(nameof(Estimators))]
    public void Every_estimator_learns(string estimator)
    {
        // Where a hard sigmoid is flat an exact gradient is zero, and outputs that were driven there stay there.
        SupervisedConfiguration configuration = NewConfiguration() with
        {
            Estimator = estimator,
            Activation = "sigmoid",
            BatchSize = 8,
            Epochs = 6,
            LearningRate = 0.03,
        };
        IReadOnlyList<EpochRecord> epochs = Run(configuration, "out");
        Assert.True(epochs[^1].TestAccuracy >= 0.95, $"{epochs[^1]}");
        Assert.Equal(0, epochs[^1].UnsettledPhases);
        Assert.Equal(estimator == "backprop" ? 1 : 30, epochs[^1].FreeSweeps);
    }

    [Theory]
    [InlineData("symmetric", "cross-entropy", "adam", "hard-sigmoid", 0)]
    [InlineData("backprop", "cross-entropy", "sgd", "rectified-linear", 0)]
    [InlineData("one-sided", "squared-error", "sgd", "tanh", 1e-3)]
    public void Costs_optimizers_activations_and_tolerances_work_together(
        string estimator,
        string cost,
        string optimizer,
        string activation,
        double tolerance
    )
    {
        SupervisedConfiguration configuration = NewConfiguration() with
        {
            Estimator = estimator,
            Cost = cost,
            Optimizer = optimizer,
            Activation = activation,
            Tolerance = tolerance,
            BatchSize = 8,
            Epochs = 6,
            LearningRate = optimizer == "sgd" ? 0.3 : 0.01,
            Hidden = [24, 16],
        };
        IReadOnlyList<EpochRecord> epochs = Run(configuration, "out");
        Assert.True(epochs[^1].TestAccuracy >= 0.95, $"{epochs[^1]}");
        Assert.True(tolerance == 0 || epochs[^1].FreeSweeps < 30);
    }

    [Fact]
    public void The_same_configuration_gives_the_same_numbers_and_weights()
    {
        SupervisedConfiguration configuration = NewConfiguration() with { Estimator = "random-sign" };
        IReadOnlyList<EpochRecord> one = Run(configuration, "one");
        IReadOnlyList<EpochRecord> two = Run(configuration, "two");
        Assert.Equal(one.Select(WithoutTimes), two.Select(WithoutTimes));
        Assert.Equal(Weights("one"), Weights("two"));
        Run(configuration with { Seed = 1 }, "three");
        Assert.NotEqual(Weights("one"), Weights("three"));
    }

    [Fact]
    public void An_annealed_step_size_falls_in_equal_steps_from_epoch_to_epoch()
    {
        SupervisedConfiguration configuration = NewConfiguration() with { Anneals = true, Optimizer = "sgd" };
        Run(configuration, "out");
        Run(configuration with { Anneals = false }, "constant");
        var network = new EnergyNetwork<float>(configuration.ToTopology());
        Initialization.FanIn(network.Parameters, SupervisedStreams.Initialization(configuration.Seed));
        var training = new SupervisedTraining<float>(
            network,
            new EquilibriumPropagation(
                Nudging.Symmetric(configuration.Beta),
                new FixedPoint(configuration.FreeSweeps),
                new FixedPoint(configuration.NudgedSweeps)
            ),
            new StochasticGradientDescent<float>(network.Parameters.All.Length, 1),
            SquaredError.Half,
            configuration.BatchSize,
            SupervisedStreams.Shuffling(configuration.Seed)
        );
        foreach (var left in (int[])[3, 2, 1])
        {
            training.LearningRate = configuration.LearningRate * left / 3;
            training.Run(_dataset.Training, cancellation: TestContext.Current.CancellationToken);
        }

        EnergyNetwork<float> read = NetworkFile.Read(Path.Combine(_temporary.New("out"), "weights.safetensors"));
        Assert.Equal(network.Parameters.All, read.Parameters.All);
        Assert.NotEqual(Weights("out"), Weights("constant"));
    }

    [Fact]
    public void Divergence_is_recorded_and_the_weights_stay_those_of_the_last_good_epoch()
    {
        SupervisedConfiguration configuration = NewConfiguration() with
        {
            Activation = "linear",
            Optimizer = "sgd",
            LearningRate = 1e12,
        };
        var experiment = new SupervisedExperiment(configuration, _dataset.Training, _dataset.Test);
        using RunDirectory directory = RunDirectory.Open(_temporary.New("out"));
        Assert.Equal(1, experiment.Run(directory, TestContext.Current.CancellationToken));
        EpochRecord epoch = Assert.Single(experiment.Progress.Finished());
        Assert.True(double.IsNaN(epoch.TrainingCost) && double.IsNaN(epoch.TestCost));
        Assert.False(File.Exists(directory.PathOf("weights.safetensors")));
        using var record = JsonDocument.Parse(File.ReadAllBytes(directory.PathOf("run.json")));
        Assert.Equal(0, record.RootElement.GetProperty("epochsDone").GetInt32());
        Assert.Equal(1, record.RootElement.GetProperty("divergedInEpoch").GetInt32());
        Assert.Equal(2, File.ReadAllLines(directory.PathOf("epochs.csv")).Length);
    }

    [Fact]
    public void Cancelled_it_keeps_the_epochs_that_were_finished()
    {
        using var source = new CancellationTokenSource();
        var experiment = new SupervisedExperiment(
            NewConfiguration() with
            {
                Epochs = 100_000,
            },
            _dataset.Training,
            _dataset.Test
        );
        using RunDirectory directory = RunDirectory.Open(_temporary.New("out"));
        var run = Task.Run(() => experiment.Run(directory, source.Token), TestContext.Current.CancellationToken);
        while (experiment.Progress.Finished().Count == 0)
        {
            SupervisedSnapshot now = experiment.Progress.Now;
            Assert.InRange(now.Training.Examples, 0, SmallDataset.Training);
            Assert.InRange(now.Tested, 0, SmallDataset.Test);
        }

        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => run.GetAwaiter().GetResult());
        var finished = experiment.Progress.Finished().Count;
        Assert.Equal(1 + finished, File.ReadAllLines(directory.PathOf("epochs.csv")).Length);
        Assert.True(experiment.Progress.Now.Left > TimeSpan.Zero);
        Assert.True(experiment.Progress.Now.ExamplesPerSecond > 0);
    }

    [Fact]
    public void A_graph_that_an_estimator_cannot_work_with_is_refused_before_the_run()
    {
        var exception = Assert.Throws<TopologyException>(() =>
            new SupervisedExperiment(
                NewConfiguration() with
                {
                    Estimator = "holomorphic",
                },
                _dataset.Training,
                _dataset.Test
            )
        );
        Assert.Contains("is not analytic", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused_before_the_run()
    {
        AssertRefused(configuration => configuration with { Estimator = "magic" }, "no such estimator");
        AssertRefused(configuration => configuration with { Cost = "magic" }, "no such cost");
        AssertRefused(configuration => configuration with { Optimizer = "magic" }, "no such optimizer");
        AssertRefused(configuration => configuration with { Activation = "magic" }, "no such activation");
        AssertRefused(configuration => configuration with { Beta = 0 }, "without a nudge there is no signal");
        AssertRefused(configuration => configuration with { TrainingExamples = 3 }, "are configured");
        AssertRefused(
            configuration => configuration with { Estimator = "random-sign", Activation = "linear", Beta = 1.5 },
            "the total energy has no minimum"
        );
    }

    private static EpochRecord WithoutTimes(EpochRecord epoch) => epoch with { Seconds = 0, ExamplesPerSecond = 0 };

    private void AssertRefused(Func<SupervisedConfiguration, SupervisedConfiguration> change, string expected)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() =>
            new SupervisedExperiment(change(NewConfiguration()), _dataset.Training, _dataset.Test)
        );
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    private SupervisedConfiguration NewConfiguration() =>
        new()
        {
            Dataset = _dataset.Name,
            TrainingExamples = _dataset.Training.Count,
            TestExamples = _dataset.Test.Count,
            InputSize = _dataset.Training.InputSize,
            Classes = _dataset.Training.ClassCount,
            Hidden = [12],
            BatchSize = 32,
            Epochs = 3,
            LearningRate = 0.01,
        };

    private IReadOnlyList<EpochRecord> Run(SupervisedConfiguration configuration, string name)
    {
        var experiment = new SupervisedExperiment(configuration, _dataset.Training, _dataset.Test);
        using RunDirectory directory = RunDirectory.Open(_temporary.New(name));
        Assert.Null(experiment.Run(directory, TestContext.Current.CancellationToken));
        return experiment.Progress.Finished();
    }

    private byte[] Weights(string name) =>
        File.ReadAllBytes(Path.Combine(_temporary.New(name), SupervisedResults.WeightsName));
}
