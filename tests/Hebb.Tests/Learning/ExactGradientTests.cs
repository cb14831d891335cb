using CsCheck;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>The exact methods agree with one another, on every graph, cost and activation.</summary>
public sealed class ExactGradientTests
{
    private static readonly RecurrentBackpropagation Exact = new(RandomGraphs.Settled, tolerance: 1e-15);
    private static readonly Gen<SweepOrder> Orders = Gen.Enum<SweepOrder>();

    [Fact]
    public void Recurrent_backpropagation_is_the_slope_of_the_cost() =>
        RandomGraphs.All.Sample(
            learning =>
                AssertClose(
                    learning.Gradient(new CentralDifferences(RandomGraphs.Settled)),
                    learning.Gradient(Exact),
                    1e-7
                ),
            iter: 60
        );

    [Fact]
    public void Recurrent_backpropagation_needs_no_energy() =>
        RandomGraphs.Directed.Sample(
            learning =>
                AssertClose(
                    learning.Gradient(new CentralDifferences(RandomGraphs.Settled)),
                    learning.Gradient(Exact),
                    1e-7
                ),
            iter: 60
        );

    [Fact]
    public void Backpropagation_through_enough_sweeps_is_recurrent_backpropagation() =>
        Gen.Select(RandomGraphs.All, Orders)
            .Sample(
                (learning, order) =>
                {
                    var through = new BackpropagationThroughSweeps(600, order);
                    (var gradient, Estimate seen) = learning.Estimate(through);

                    // Synchronous sweeps may oscillate where others settle.
                    if (seen.Free.LargestResidual < 1e-14)
                    {
                        // From the fixed point that this order finds, where there are several.
                        var relaxation = new FixedPoint(600, 0, order);
                        var exact = learning.Gradient(new RecurrentBackpropagation(relaxation, 1e-15));
                        AssertClose(exact, gradient, 1e-7);
                    }
                    else
                    {
                        Assert.Equal(SweepOrder.Synchronous, order);
                    }
                },
                iter: 30
            );

    [Fact]
    public void Backpropagation_through_few_sweeps_is_the_slope_of_the_cost_after_them() =>
        Gen.Select(Gen.OneOf(RandomGraphs.Smooth, RandomGraphs.SmoothDirected), Orders, Gen.Int[1, 6])
            .Sample(
                (learning, order, sweeps) =>
                {
                    var relaxation = new FixedPoint(sweeps, 0, order);
                    (var gradient, Estimate seen) = learning.Estimate(new BackpropagationThroughSweeps(sweeps, order));
                    (var slopes, Estimate expected) = learning.Estimate(new CentralDifferences(relaxation));

                    // A cost that the first sweeps do not reach has no gradient to compare.
                    if (LearningCase.Norm(slopes) > 1e-3)
                    {
                        AssertClose(slopes, gradient, 1e-7);
                    }

                    Assert.Equal(expected.Cost, seen.Cost, 1e-14);
                    Assert.Equal(expected.Free.LargestResidual, seen.Free.LargestResidual, 1e-14);
                    Assert.Equal(expected.Free.Sweeps, seen.Free.Sweeps);
                },
                iter: 60
            );

    [Fact]
    public void Backpropagation_is_the_slope_of_the_feedforward_cost() =>
        RandomGraphs.Feedforward.Sample(
            learning =>
            {
                (var gradient, Estimate seen) = learning.Estimate(new Backpropagation());

                AssertClose(FeedforwardSlopes(learning), gradient, 1e-7);
                Assert.Equal(FeedforwardCost(learning), seen.Cost, 1e-14);
                Assert.Equal(1, seen.Free.MostSweeps);
            },
            iter: 60
        );

    [Fact]
    public void Errors_that_do_not_settle_are_reported()
    {
        LearningCase learning = RandomGraphs.Fixed("deep", Activation.Tanh, SquaredError.Half);

        Settling settled = learning.Estimate(Exact).Seen.Nudged;
        Settling cut = learning.Estimate(new RecurrentBackpropagation(RandomGraphs.Settled, 1e-15, 2)).Seen.Nudged;

        Assert.True(settled.IsSettled);
        Assert.Equal(learning.Rows, cut.Unsettled);
        Assert.Equal(2, cut.MostSweeps);
    }

    // Without a tolerance nothing is asked of the errors, as in every phase of a fixed number of sweeps.
    [Theory]
    [InlineData("deep", 3)]
    [InlineData("no-hidden", 4)]
    public void Without_a_tolerance_errors_take_all_iterations_and_count_as_settled(string graph, int iterations)
    {
        LearningCase learning = RandomGraphs.Fixed(graph, Activation.Tanh, SquaredError.Half);
        var estimator = new RecurrentBackpropagation(RandomGraphs.Settled, tolerance: 0, iterations);

        Settling errors = learning.Estimate(estimator).Seen.Nudged;

        Assert.Equal(iterations, errors.MostSweeps);
        Assert.Equal(iterations * learning.Rows, errors.Sweeps);
        Assert.Equal(0, errors.Unsettled);
        Assert.Equal(graph == "deep", errors.LargestResidual > 0);
        Assert.True(errors.IsSettled);
    }

    [Fact]
    public void The_twin_predicts_what_backpropagation_saw()
    {
        LearningCase learning = RandomGraphs.Fixed("skip", Activation.Sigmoid, SquaredError.Half);
        var states = new PhaseStates<double>(learning.Topology, learning.Rows);
        var state = new NetworkState<double>(learning.Topology, learning.Rows);

        new Backpropagation().Estimate(
            learning.Network,
            states,
            learning.Batch,
            learning.Cost,
            new NetworkParameters<double>(learning.Topology)
        );
        FeedforwardTwin.Run(learning.Network, state, learning.Batch.Inputs);

        Assert.Equal(state.Outputs.Span, states.Free.Outputs.Span);
    }

    private static double FeedforwardCost(LearningCase learning)
    {
        var state = new NetworkState<double>(learning.Topology, learning.Rows);
        FeedforwardTwin.Run(learning.Network, state, learning.Batch.Inputs);
        var sum = 0.0;
        for (var row = 0; row < learning.Rows; row++)
        {
            sum += learning.Cost.Value<double>(state.Outputs[row], learning.Batch.Targets[row]);
        }

        return sum / learning.Rows;
    }

    // Without CentralDifferences, which settles.
    private static double[] FeedforwardSlopes(LearningCase learning)
    {
        const double step = 1e-5;
        var slopes = new NetworkParameters<double>(learning.Topology);
        NetworkParameters<double> parameters = learning.Network.Parameters;
        for (var index = 0; index < parameters.All.Length; index++)
        {
            var kept = parameters.All[index];
            parameters.Edit()[index] = kept + step;
            var above = FeedforwardCost(learning);
            parameters.Edit()[index] = kept - step;
            var below = FeedforwardCost(learning);
            parameters.Edit()[index] = kept;
            slopes.Edit()[index] = (above - below) / (2 * step);
        }

        return LearningCase.Numbers(slopes);
    }

    internal static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        var distance = LearningCase.Distance(actual, expected);
        Assert.True(distance <= tolerance, $"relative distance {distance:R}");
    }
}
