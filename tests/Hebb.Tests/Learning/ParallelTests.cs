using CsCheck;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;
using Hebb.Supervised;

namespace Hebb.Tests.Learning;

public sealed class ParallelTests
{
    [Fact]
    public void Threads_together_estimate_what_one_does() =>
        Gen.Select(RandomGraphs.All, Gen.Int[2, 3])
            .Sample(
                (example, threads) =>
                {
                    using var team = new WorkerTeam(threads);
                    var alone = new EquilibriumPropagation(Nudging.Symmetric(0.1), RandomGraphs.Settled);
                    var together = new ParallelEstimation(
                        team,
                        [.. Enumerable.Repeat<IGradientEstimator>(alone, threads)]
                    );

                    // Parts are cut at eight examples: the batch is repeated until there are parts to cut.
                    LearningCase many = Repeated(example, 7);
                    (var expected, Estimate one) = many.Estimate(alone);
                    (var actual, Estimate all) = many.Estimate(together);
                    Assert.True(LearningCase.Distance(actual, expected) < 1e-11);
                    Assert.Equal(one.Cost, all.Cost, 1e-11 * (1 + Math.Abs(one.Cost)));
                    Assert.Equal(one.Free, all.Free);
                    Assert.Equal(one.Nudged, all.Nudged);
                },
                iter: 30
            );

    [Fact]
    public void The_free_state_is_that_of_the_whole_batch()
    {
        using var team = new WorkerTeam(2);
        var estimator = new EquilibriumPropagation(Nudging.OneSided(0.2), new FixedPoint(30));
        LearningCase many = Repeated(
            RandomGraphs.Fixed("skip", Activation.Tanh, new Hebb.Costs.SoftmaxCrossEntropy()),
            5
        );
        var alone = Free(many, estimator);
        var together = Free(many, new ParallelEstimation(team, estimator, estimator));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void As_many_threads_give_the_same_bits_again()
    {
        var example = Repeated(RandomGraphs.Fixed("deep", Activation.HardSigmoid, Hebb.Costs.SquaredError.Half), 9);
        Assert.Equal(InFloat32(example), InFloat32(example));

        static double[] InFloat32(LearningCase example)
        {
            using var team = new WorkerTeam(3);
            var estimator = new EquilibriumPropagation(Nudging.Symmetric(0.5), new FixedPoint(20, 1e-4));
            return example.GradientIn<float>(new ParallelEstimation(team, estimator, estimator, estimator));
        }
    }

    [Fact]
    public void Every_thread_draws_its_signs_from_its_own_stream()
    {
        using var team = new WorkerTeam(2);
        LearningCase many = Repeated(RandomGraphs.Fixed("chain", Activation.Tanh, Hebb.Costs.SquaredError.Half), 6);
        var same = many.Gradient(new ParallelEstimation(team, Signed(0, 0.1), Signed(1, 0.1)));
        Assert.Equal(same, many.Gradient(new ParallelEstimation(team, Signed(0, 0.1), Signed(1, 0.1))));

        static EquilibriumPropagation Signed(int worker, double beta) =>
            new(Nudging.RandomSign(beta, SupervisedStreams.Nudging(5, worker)), RandomGraphs.Settled);
    }

    [Fact]
    public void A_team_needs_an_estimator_for_each_thread()
    {
        using var team = new WorkerTeam(2);
        var estimator = new EquilibriumPropagation(Nudging.OneSided(0.2), new FixedPoint(30));
        var refusal = Assert.Throws<ArgumentException>(() => new ParallelEstimation(team, estimator));
        Assert.Contains("estimators: 1; the team of 2 needs one each", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(() => new ParallelEstimation(team, default));
        Assert.Contains("estimators: 0; the team of 2 needs one each", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            "estimators",
            Assert.Throws<ArgumentNullException>(() => new ParallelEstimation(team, estimator, null!)).ParamName
        );
        Assert.Equal(
            "team",
            Assert.Throws<ArgumentNullException>(() => new ParallelEstimation(null!, estimator)).ParamName
        );
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public void States_are_good_for_a_team_of_another_size(int before, int after)
    {
        LearningCase many = Repeated(RandomGraphs.Fixed("deep", Activation.Tanh, Hebb.Costs.SquaredError.Half), 9);
        var states = new PhaseStates<double>(many.Topology, many.Rows);
        Estimate first = WithThreads(before, many, states).Seen;
        (var gradient, Estimate second) = WithThreads(after, many, states);
        (var expected, Estimate fresh) = WithThreads(after, many, new PhaseStates<double>(many.Topology, many.Rows));

        Assert.Equal(expected, gradient);
        Assert.Equal(fresh, second);
        Assert.Equal(first.Free, second.Free);
    }

    [Fact]
    public void A_thread_without_examples_adds_nothing_to_a_smaller_batch()
    {
        LearningCase few = RandomGraphs.Fixed("deep", Activation.Tanh, Hebb.Costs.SquaredError.Half);
        LearningCase many = Repeated(few, 8);
        var states = new PhaseStates<double>(many.Topology, many.Rows);
        WithThreads(3, many, states);
        (var gradient, Estimate seen) = WithThreads(3, few, states);
        (var expected, Estimate fresh) = WithThreads(3, few, new PhaseStates<double>(many.Topology, many.Rows));

        Assert.Equal(expected, gradient);
        Assert.Equal(fresh, seen);
        Assert.Equal(few.Rows, seen.Free.Examples);
    }

    [Fact]
    public void A_shared_update_makes_copies_of_the_weights_stale()
    {
        using var team = new WorkerTeam(2);
        EnergyNetwork<float> network = EnergyNetwork.Layered([2, 20, 3], Activation.Tanh, Activation.Linear, seed: 4);
        var gradient = new NetworkParameters<float>(network.Topology);
        Initialization.FanIn(gradient, new Pcg64(5));
        var update = new ParallelUpdate<float>(
            team,
            gradient.All.Length,
            length => new StochasticGradientDescent<float>(length, 1)
        );
        Settled(network);
        var before = network.Parameters.Version;

        update.Step(network.Parameters, gradient);

        Assert.True(network.Parameters.Version > before);
        Assert.Equal(Settled(network.Copy()), Settled(network));

        static float[] Settled(EnergyNetwork<float> network)
        {
            var state = new NetworkState<float>(network.Topology);
            state.Clamp(network, new ReadOnlyMatrixSpan<float>([0.3f, -0.4f], 2));
            new FixedPoint(5).Settle(network, state);
            return state.Outputs[0].ToArray();
        }
    }

    [Fact]
    public void Updates_of_another_length_are_refused()
    {
        using var team = new WorkerTeam(2);
        var small = new NetworkParameters<float>(NetworkTopology.Layered([2, 3], Activation.Tanh, Activation.Linear));
        var large = new NetworkParameters<float>(NetworkTopology.Layered([9, 3], Activation.Tanh, Activation.Linear));
        var update = new ParallelUpdate<float>(team, small.All.Length, length => new Adam<float>(length, 0.1));
        foreach (
            var step in new Action[]
            {
                () => update.Step(large, small),
                () => update.Step(small, large),
                () => update.Step(large.Edit(), small.All),
                () => update.Step(small.Edit(), large.All),
            }
        )
        {
            var refused = Assert.Throws<ArgumentException>(step);
            Assert.Contains($"was made for {small.All.Length} numbers", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_shared_update_is_one_optimizers_to_the_bit(int threads)
    {
        using var team = new WorkerTeam(threads);
        var topology = NetworkTopology.Layered([5, 37, 3], Activation.Tanh, Activation.Linear);
        EnergyNetwork<float> alone = EnergyNetwork.Create<float>(topology, seed: 4);
        EnergyNetwork<float> together = alone.Copy();
        var optimizer = new Adam<float>(alone.Parameters.All.Length, 0.01);
        var shared = new ParallelUpdate<float>(
            team,
            alone.Parameters.All.Length,
            length => new Adam<float>(length, 0.01)
        );
        var gradient = new NetworkParameters<float>(topology);
        for (var step = 0; step < 5; step++)
        {
            optimizer.LearningRate = shared.LearningRate = 0.01 / (1 + step);
            Initialization.FanIn(gradient, new Pcg64((ulong)step));
            optimizer.Step(alone.Parameters.Edit(), gradient.All);
            if (step == 3)
            {
                shared.Step(together.Parameters.Edit(), gradient.All);
            }
            else
            {
                shared.Step(together.Parameters, gradient);
            }
        }

        Assert.Equal(alone.Parameters.All, together.Parameters.All);
    }

    private static (double[] Gradient, Estimate Seen) WithThreads(
        int threads,
        LearningCase example,
        PhaseStates<double> states
    )
    {
        using var team = new WorkerTeam(threads);
        var alone = new EquilibriumPropagation(Nudging.Symmetric(0.1), new FixedPoint(30));
        var estimator = new ParallelEstimation(team, [.. Enumerable.Repeat<IGradientEstimator>(alone, threads)]);
        var gradient = new NetworkParameters<double>(states.Free.Topology);
        Estimate seen = estimator.Estimate(example.Network, states, example.Batch, example.Cost, gradient);
        return (LearningCase.Numbers(gradient), seen);
    }

    private static float[] Free(LearningCase example, IGradientEstimator estimator)
    {
        EnergyNetwork<float> network = example.Network.ConvertTo<float>();
        var states = new PhaseStates<float>(network.Topology, example.Rows);
        float[] inputs = [.. example.Inputs.Select(number => (float)number)];
        float[] targets = [.. example.Targets.Select(number => (float)number)];
        var batch = new Batch<float>(
            new ReadOnlyMatrixSpan<float>(inputs, network.Topology.InputSize),
            new ReadOnlyMatrixSpan<float>(targets, network.Topology.OutputSize)
        );
        estimator.Estimate(network, states, batch, example.Cost, new NetworkParameters<float>(network.Topology));
        var free = new List<float>();
        foreach (var layer in network.Topology.Free)
        {
            for (var row = 0; row < states.Free.Rows; row++)
            {
                free.AddRange(states.Free.Units(layer)[row]);
            }
        }

        return [.. free];
    }

    private static LearningCase Repeated(LearningCase example, int times) =>
        example with
        {
            Inputs = [.. Enumerable.Repeat(example.Inputs, times).SelectMany(numbers => numbers)],
            Targets = [.. Enumerable.Repeat(example.Targets, times).SelectMany(numbers => numbers)],
        };
}
