using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Analysis;

public sealed class GradientComparisonTests
{
    private static readonly EnergyNetwork<double> Network = EnergyNetwork.Create<double>(
        NetworkTopology.Layered([2, 5, 4, 2], Activation.Tanh, Activation.Linear, feedback: 0.5),
        seed: 7
    );

    [Fact]
    public void A_settled_estimate_points_where_the_exact_gradient_does()
    {
        GradientComparison settled = Compare(new FixedPoint(3000, 1e-13), beta: 1e-3);
        Assert.True(settled.IsExact);
        Assert.InRange(settled.Agreement.Degrees, 0, 0.01);
        Assert.Equal(1, settled.Agreement.NormRatio, 1e-4);
    }

    [Fact]
    public void Few_sweeps_are_told_apart_and_counted()
    {
        GradientComparison hasty = Compare(new FixedPoint(2), beta: 1e-3);
        Assert.True(hasty.IsExact);
        Assert.InRange(hasty.Agreement.Degrees, 0.1, 60);
        Assert.InRange(hasty.Agreement.NormRatio, 0.01, 0.99);
        Assert.Equal(2, hasty.Estimate.Free.MeanSweeps);
        Assert.Equal(2, hasty.Estimate.Nudged.MeanSweeps);
    }

    [Fact]
    public void An_exact_gradient_that_has_not_settled_is_not_called_exact() =>
        Assert.False(Compare(new FixedPoint(2), beta: 1e-3, maxSweeps: 2).IsExact);

    private static GradientComparison Compare(IRelaxation relaxation, double beta, int maxSweeps = 3000)
    {
        var batch = new Batch<double>(
            new ReadOnlyMatrixSpan<double>([0.3, -0.8, 1, 0.2], 2),
            new ReadOnlyMatrixSpan<double>([1, 0, 0, 1], 2)
        );
        var estimator = new EquilibriumPropagation(Nudging.Symmetric(beta), relaxation);
        return GradientComparison.Of(Network, estimator, batch, SquaredError.Half, 1e-13, maxSweeps);
    }
}
