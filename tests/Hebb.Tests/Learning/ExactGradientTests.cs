using CsCheck;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Relaxation;

namespace Hebb.Tests.Learning;

/// <summary>The exact methods agree with one another, on every graph, cost and activation.</summary>
public sealed class ExactGradientTests
{
    private static readonly RecurrentBackpropagation Exact = new(RandomGraphs.Settled, tolerance: 1e-15);

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
    public void Errors_that_do_not_settle_are_reported()
    {
        LearningCase learning = RandomGraphs.Fixed("deep", Activation.Tanh, Costs.SquaredError.Half);

        Settling settled = learning.Estimate(Exact).Seen.Nudged;
        Settling cut = learning.Estimate(new RecurrentBackpropagation(RandomGraphs.Settled, 1e-15, 2)).Seen.Nudged;

        Assert.True(settled.IsSettled);
        Assert.Equal(learning.Rows, cut.Unsettled);
        Assert.Equal(2, cut.MostSweeps);
    }

    internal static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        var distance = LearningCase.Distance(actual, expected);
        Assert.True(distance <= tolerance, $"relative distance {distance:R}");
    }
}
