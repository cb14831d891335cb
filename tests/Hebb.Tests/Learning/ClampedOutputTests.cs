using CsCheck;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>Contrastive Hebbian and coupled learning: outputs held at values rather than nudged.</summary>
public sealed class ClampedOutputTests
{
    private static readonly FixedPoint Settled = RandomGraphs.Settled;

    [Fact]
    public void Coupled_learning_all_the_way_is_contrastive_Hebbian_learning() =>
        RandomGraphs.Clampable.Sample(
            learning =>
                Assert.Equal(
                    learning.Gradient(new ContrastiveHebbianLearning(Settled, Settled)),
                    learning.Gradient(new CoupledLearning(1, Settled, Settled))
                ),
            iter: 20
        );

    [Fact]
    public void They_descend_their_contrastive_function() =>
        Gen.Select(RandomGraphs.Clampable, Gen.OneOf(Gen.Const(0.1), Gen.Const(0.5), Gen.Const(1.0)))
            .Sample(
                (learning, share) =>
                    ExactGradientTests.AssertClose(
                        ContrastSlopes(learning, share),
                        learning.Gradient(new CoupledLearning(share, Settled, Settled)),
                        1e-6
                    ),
                iter: 20
            );

    [Fact]
    public void With_one_output_coupled_learning_points_where_equilibrium_propagation_does()
    {
        foreach (var seed in (ulong[])[1, 2, 3, 4, 5])
        {
            LearningCase learning = RandomGraphs.OneOutput(Activation.Tanh, seed);
            var exact = learning.Gradient(new RecurrentBackpropagation(Settled, 1e-15));
            var coupled = learning.Gradient(new CoupledLearning(1e-5, Settled, Settled));

            Assert.InRange(LearningCase.Cosine(coupled, exact), 1 - 1e-9, 1);
        }
    }

    // (E(clamped) - E(free)) / share, the mean over the examples, differentiated in every parameter while the clamped
    // outputs stay where they are.
    private static double[] ContrastSlopes(LearningCase learning, double share)
    {
        NetworkState<double> free = Free(learning);
        double[] held =
        [
            .. Enumerable
                .Range(0, learning.Rows)
                .SelectMany(row => free.Outputs[row].ToArray())
                .Zip(learning.Targets, (output, target) => output + (share * (target - output))),
        ];
        var slopes = new NetworkParameters<double>(learning.Topology);
        NetworkTopology topology = learning.Topology;
        for (var index = 0; index < topology.Connections.Length; index++)
        {
            Connection connection = topology.Connections[index];
            var weights = slopes.EditWeights(index);
            for (var row = 0; row < weights.Rows; row++)
            {
                for (var column = 0; column < weights.Columns; column++)
                {
                    if (!connection.IsLateral || row != column)
                    {
                        weights[row][column] = Slope(learning, held, index, row, column) / share;
                    }
                }
            }
        }

        foreach (var layer in topology.Free)
        {
            var biases = slopes.EditBiases(layer);
            for (var unit = 0; unit < biases.Length; unit++)
            {
                var biasAt = unit;
                biases[unit] =
                    Slope(learning, held, step => learning.Network.Parameters.EditBiases(layer)[biasAt] += step)
                    / share;
            }
        }

        return LearningCase.Numbers(slopes);
    }

    private static double Slope(LearningCase learning, double[] held, int connection, int row, int column) =>
        Slope(
            learning,
            held,
            step =>
            {
                var weights = learning.Network.Parameters.EditWeights(connection);
                weights[row][column] += step;
                if (learning.Topology.Connections[connection].IsLateral)
                {
                    weights[column][row] += step;
                }
            }
        );

    private static double Slope(LearningCase learning, double[] held, Action<double> move)
    {
        const double step = 1e-5;
        move(step);
        var above = Contrast(learning, held);
        move(-2 * step);
        var below = Contrast(learning, held);
        move(step);
        return (above - below) / (2 * step);
    }

    private static double Contrast(LearningCase learning, double[] held)
    {
        NetworkState<double> state = Free(learning);
        var contrast = -Energies(learning, state);
        state.ClampOutputs(new ReadOnlyMatrixSpan<double>(held, learning.Topology.OutputSize));
        Settled.Settle(learning.Network, state);
        return contrast + Energies(learning, state);
    }

    private static NetworkState<double> Free(LearningCase learning)
    {
        var state = new NetworkState<double>(learning.Topology, learning.Rows);
        state.Clamp(learning.Network, learning.Batch.Inputs);
        Settled.Settle(learning.Network, state);
        return state;
    }

    private static double Energies(LearningCase learning, NetworkState<double> state) =>
        Enumerable.Range(0, learning.Rows).Average(row => NetworkEnergy.Energy(learning.Network, state, row));
}
