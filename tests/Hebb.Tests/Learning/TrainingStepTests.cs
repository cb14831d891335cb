using System.Numerics;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Tests.Learning;

/// <summary>What training makes of the estimates that it is given.</summary>
public sealed class TrainingStepTests
{
    private static readonly LabelledExamples Training = Blobs.Make(150);
    private static readonly Settling Fine = new(10, 100, 10, 0, 0, 1e-3);

    [Theory]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(double.PositiveInfinity, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 0, 1)]
    public void It_ends_before_a_step_that_a_diverged_phase_would_lead_to(double cost, int free, int nudged)
    {
        EnergyNetwork<float> network = NewNetwork();
        float[] before = [];
        var estimator = new ScriptedEstimator(batch =>
        {
            before = batch < 2 ? before : network.Parameters.All.ToArray();
            return batch < 2
                ? new Estimate(1, Fine, Fine)
                : new Estimate(cost, Fine with { Diverged = free }, Fine with { Diverged = nudged });
        });
        EpochProgress epoch = NewTraining(network, estimator, batchSize: 10).Run(Training);

        Assert.True(epoch.HasDiverged);
        Assert.Equal(20, epoch.Examples);
        Assert.Equal(20, epoch.CostSum);
        Assert.Equal(before, network.Parameters.All);
    }

    [Fact]
    public void A_smaller_last_batch_counts_for_as_much_as_its_examples()
    {
        var estimator = new ScriptedEstimator(batch => new Estimate(batch + 1, Fine, Fine));
        EpochProgress epoch = NewTraining(NewNetwork(), estimator, batchSize: 64).Run(Training);

        Assert.Equal(((64 * 1) + (64 * 2) + (22 * 3)) / 150.0, epoch.MeanCost, 1e-12);

        Evaluation whole = Evaluated(150);
        Evaluation inParts = Evaluated(64);
        Assert.Equal(whole.MeanCost, inParts.MeanCost, 1e-6);
        Assert.Equal(whole.Correct, inParts.Correct);

        static Evaluation Evaluated(int batchSize) =>
            new SupervisedEvaluation<float>(
                NewNetwork(),
                new SettledPrediction(new FixedPoint(20)),
                SquaredError.Half,
                batchSize
            ).Run(Training);
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NaN)]
    public void A_parameter_that_is_not_finite_is_found_within_sixteen_batches(float bias)
    {
        EnergyNetwork<float> network = NewNetwork();
        var estimator = new ScriptedEstimator(batch =>
        {
            if (batch == 20)
            {
                network.Parameters.EditBiases(1)[0] = bias;
            }

            return new Estimate(1, Fine, Fine);
        });
        EpochProgress epoch = NewTraining(network, estimator, batchSize: 1).Run(Training);

        Assert.True(epoch.HasDiverged);
        Assert.Equal(32, epoch.Examples);
    }

    [Fact]
    public void Every_order_of_the_examples_comes_up_about_as_often()
    {
        const int epochs = 600;
        LabelledExamples three = new(1, 3, [0.25f, 0.5f, 0.75f], [0, 1, 2]);
        var network = EnergyNetwork.Layered([1, 2, 3], Activation.Tanh, Activation.Linear, seed: 1);
        var estimator = new ScriptedEstimator(_ => new Estimate(1, Fine, Fine));
        var training = NewTraining(network, estimator, batchSize: 3);
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            training.Run(three);
            orders[estimator.Labels] = orders.GetValueOrDefault(estimator.Labels) + 1;
        }

        Assert.Equal("012 021 102 120 201 210", string.Join(' ', orders.Keys.Order(StringComparer.Ordinal)));
        Assert.All(orders.Values, count => Assert.InRange(count, epochs / 6 * 0.7, epochs / 6 * 1.3));
    }

    [Fact]
    public void Outputs_that_are_no_numbers_are_no_answers()
    {
        LabelledExamples two = new(1, 3, [0.25f, 0.5f], [0, 1]);
        var network = EnergyNetwork.Layered([1, 2, 3], Activation.Tanh, Activation.Linear, seed: 1);

        Assert.Equal(0, Right(float.NaN, 0, 0));
        Assert.Equal(0, Right(0, float.NaN, 0));
        Assert.Equal(0, Right(float.NaN, float.NaN, float.NaN));
        Assert.Equal(1, Right(0, 1, 0));
        Assert.Equal(1, Right(2, 2, 2));

        int Right(params float[] outputs) =>
            new SupervisedEvaluation<float>(network, new ScriptedPrediction(outputs), SquaredError.Half, 2)
                .Run(two)
                .Correct;
    }

    [Fact]
    public void A_prediction_needs_a_relaxation() =>
        Assert.Equal("relaxation", Assert.Throws<ArgumentNullException>(() => new SettledPrediction(null!)).ParamName);

    private static EnergyNetwork<float> NewNetwork() =>
        EnergyNetwork.Layered([Blobs.InputSize, 5, Blobs.Classes], Activation.Tanh, Activation.Linear, seed: 1);

    private static SupervisedTraining<float> NewTraining(
        EnergyNetwork<float> network,
        IGradientEstimator estimator,
        int batchSize
    ) =>
        new(
            network,
            estimator,
            new StochasticGradientDescent<float>(network.Parameters.All.Length, 0.1),
            SquaredError.Half,
            batchSize,
            SupervisedStreams.Shuffling(3)
        );

    /// <summary>Says what it is told to, of each batch from 0 on; its gradient is not zero.</summary>
    private sealed class ScriptedEstimator(Func<int, Estimate> script) : IGradientEstimator
    {
        private int _batches;

        public string Name => "scripted";

        /// <summary>The classes of the examples of the last batch.</summary>
        public string Labels { get; private set; } = "";

        public Estimate Estimate<T>(
            EnergyNetwork<T> network,
            PhaseStates<T> states,
            in Batch<T> batch,
            ICost cost,
            NetworkParameters<T> gradient
        )
            where T : unmanaged, INumberBase<T>
        {
            states.Free.Clamp(network, batch.Inputs);
            gradient.EditBiases(network.Topology.Output).Fill(T.One);
            Labels = "";
            for (var row = 0; row < batch.Rows; row++)
            {
                Labels += batch.Targets[row].IndexOf(T.One);
            }

            return script(_batches++);
        }
    }

    /// <summary>The same outputs for every example.</summary>
    private sealed class ScriptedPrediction(float[] outputs) : IPrediction
    {
        public Settling Predict<T>(EnergyNetwork<T> network, NetworkState<T> state, ReadOnlyMatrixSpan<T> inputs)
            where T : unmanaged, INumberBase<T>
        {
            state.Clamp(network, inputs);
            for (var row = 0; row < state.Rows; row++)
            {
                for (var output = 0; output < outputs.Length; output++)
                {
                    state.Outputs[row][output] = T.CreateTruncating(outputs[output]);
                }
            }

            return default;
        }
    }
}
