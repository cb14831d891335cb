using Hebb.Learning.Contrastive;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Optimizers;
using Hebb.Snapshots;
using Hebb.Supervised;
using Hebb.Tests.Learning;

namespace Hebb.Tests.Supervised;

public sealed class SupervisedModelTests
{
    private static readonly LabelledExamples Training = Blobs.Make(150);

    [Theory]
    [InlineData("adam", 1)]
    [InlineData("adam", 3)]
    [InlineData("sgd", 1)]
    public void Written_down_in_the_middle_of_an_epoch_and_put_back_it_goes_on_to_the_bit(string optimizer, int threads)
    {
        OptimizerSettings steps = optimizer == "adam" ? new AdamSettings() : new StochasticGradientDescentSettings();
        SupervisedSettings settings = Settings() with
        {
            Optimizer = steps with { GradientNorm = 0.5 },
            Threads = threads,
        };
        using SupervisedModel whole = New(settings);
        whole.Training.Run(Training, cancellation: TestContext.Current.CancellationToken);
        whole.Training.Advance(Training);
        whole.Training.Advance(Training);
        Assert.False(whole.Training.IsBetweenEpochs);
        var snapshot = StateSnapshot.Of(whole);

        using SupervisedModel resumed = New(settings, seed: 9);
        snapshot.RestoreTo(resumed);
        Assert.Equal(whole.Training.Epoch, resumed.Training.Epoch);
        for (var epoch = 0; epoch < 2; epoch++)
        {
            Assert.Equal(whole.Training.Run(Training), resumed.Training.Run(Training));
        }

        Assert.Equal(whole.Network.Parameters.All, resumed.Network.Parameters.All);
        Assert.Equal(whole.Evaluation.Run(Training), resumed.Evaluation.Run(Training));
    }

    [Fact]
    public void An_epoch_is_ended_with_the_examples_that_it_was_begun_with()
    {
        using SupervisedModel model = New(Settings());
        model.Training.Advance(Training);
        var refusal = Assert.Throws<ArgumentException>(() => model.Training.Advance(Training.Take(90)));
        Assert.StartsWith("examples: 90; the epoch under way has 150", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_work_together_is_refused_before_any_example_is_read()
    {
        Refused<TopologyException>(
            "is not analytic",
            settings => settings with { Estimator = new HolomorphicSettings() }
        );
        Refused<TopologyException>(
            "a readout does not act on the others",
            settings =>
                settings with
                {
                    Estimator = new ContrastiveHebbianSettings(),
                    Cost = ClassificationCost.CrossEntropy,
                }
        );
        Refused<ArgumentException>(
            "without a nudge there is no signal",
            settings => settings with { Estimator = new OneSidedSettings { Beta = 0 } }
        );
        Refused<ArgumentException>(
            "the total energy has no minimum",
            settings =>
                settings with
                {
                    Estimator = new RandomSignSettings { Beta = 1.5 },
                    Network = new SupervisedNetwork { Activation = Activation.Linear },
                }
        );

        static void Refused<T>(string expected, Func<SupervisedSettings, SupervisedSettings> change)
            where T : Exception
        {
            var refusal = Assert.ThrowsAny<T>(() => SupervisedModel.Require(change(Settings())));
            Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        }
    }

    private static SupervisedSettings Settings() =>
        new()
        {
            Network = new SupervisedNetwork { Hidden = [12] },
            Estimator = new RandomSignSettings { Beta = 0.5 },
            BatchSize = 16,
        };

    private static SupervisedModel New(SupervisedSettings settings, ulong seed = 1) =>
        new(settings, Blobs.InputSize, Blobs.Classes, seed);
}
