using System.Numerics;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

/// <summary>An example has diverged where a unit of it is not finite at the end, whenever that happened.</summary>
public sealed class DivergenceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    public void Overflow_counts_from_the_sweep_in_which_it_happens(double tolerance)
    {
        Assert.Equal([0, 1], Diverged<float>(1e15, tolerance));
        Assert.Equal([0, 1], Diverged<double>(1e120, tolerance));
    }

    // What was counted over ever more sweeps, by every relaxation; the second example has no input and stays at zero.
    private static int[] Diverged<T>(double weight, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        var network = new EnergyNetwork<T>(NetworkTopology.Layered([1, 1, 1, 1], Activation.Linear, Activation.Linear));
        for (var connection = 0; connection < 3; connection++)
        {
            network.Parameters.EditWeights(connection)[0][0] = T.CreateTruncating(weight);
        }

        var counts = new HashSet<int>();
        for (var sweeps = 1; sweeps <= 6; sweeps++)
        {
            foreach (var relaxation in SettlingLaws.All(sweeps, tolerance))
            {
                var state = SettlingLaws.Clamped(network, T.One, T.Zero);
                Settling settling = relaxation.Settle(network, state);
                var isFinite = RandomGraph.Units(state, 0).All(double.IsFinite);

                Assert.Equal(isFinite ? 0 : 1, settling.Diverged);
                Assert.Equal(isFinite, double.IsFinite(settling.LargestResidual));
                Assert.Equal([0, 0, 0], RandomGraph.Units(state, 1));
                counts.Add(settling.Diverged);
            }
        }

        return [.. counts.Order()];
    }
}
