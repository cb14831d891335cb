using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Parallel;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>Layers so large that float32 reads copies of their weights, which must follow every change.</summary>
public sealed class LargeLayerTests
{
    private const int Rows = 13;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Float32_follows_float64_through_changes_of_the_weights(bool isParallel)
    {
        var topology = NetworkTopology
            .Layered([5, 300, 280, 3], Activation.Tanh, Activation.Linear)
            .With(2, 2)
            .With(1, 3);
        var exact = new EnergyNetwork<double>(topology);
        using var team = new WorkerTeam(isParallel ? 2 : 1);
        var one = new EquilibriumPropagation(Nudging.Symmetric(0.3), new FixedPoint(12));
        IGradientEstimator fused = isParallel ? new ParallelEstimation(team, one, one) : one;
        EnergyNetwork<float> network = exact.ConvertTo<float>();
        var states = new PhaseStates<float>(topology, Rows);
        var exactStates = new PhaseStates<double>(topology, Rows);
        for (var change = 0; change < 2; change++)
        {
            Initialization.FanIn(exact.Parameters, new Pcg64((ulong)change), gain: 0.7);
            network.Parameters.CopyFrom(exact.Parameters.ConvertTo<float>());
            var expected = Gradient(exact, exactStates, one);
            var actual = Gradient(network, states, fused);
            Assert.True(LearningCase.Distance(actual, expected) < 1e-4);
        }
    }

    [Fact]
    public void Few_rows_need_no_copies()
    {
        var topology = NetworkTopology.Layered([5, 300, 280, 3], Activation.Tanh, Activation.Linear);
        EnergyNetwork<float> network = EnergyNetwork.Create<float>(topology, seed: 2);
        var relaxation = new FixedPoint(9);
        var together = new NetworkState<float>(topology, 6);
        var inputs = Numbers<float>(6 * 5);
        together.Clamp(network, new ReadOnlyMatrixSpan<float>(inputs, 5));
        relaxation.Settle(network, together);
        for (var row = 0; row < 6; row++)
        {
            var alone = new NetworkState<float>(topology);
            alone.Clamp(network, new ReadOnlyMatrixSpan<float>(inputs.AsSpan(5 * row, 5), 5));
            relaxation.Settle(network, alone);
            for (var output = 0; output < 3; output++)
            {
                Assert.Equal(together.Outputs[row][output], alone.Outputs[0][output], 1e-5);
            }
        }
    }

    private static double[] Gradient<T>(EnergyNetwork<T> network, PhaseStates<T> states, IGradientEstimator estimator)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var gradient = new NetworkParameters<T>(network.Topology);
        var batch = new Batch<T>(
            new ReadOnlyMatrixSpan<T>(Numbers<T>(Rows * 5), 5),
            new ReadOnlyMatrixSpan<T>(Numbers<T>(Rows * 3), 3)
        );
        estimator.Estimate(network, states, batch, SquaredError.Half, gradient);
        return LearningCase.Numbers(gradient.ConvertTo<double>());
    }

    private static T[] Numbers<T>(int count)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var random = new Pcg64(9);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((float)random.NextGaussian()))];
    }
}
