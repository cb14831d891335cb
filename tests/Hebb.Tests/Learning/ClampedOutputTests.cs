using CsCheck;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Relaxation;

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
    public void Contrastive_Hebbian_learning_descends_its_contrastive_function() =>
        RandomGraphs.Clampable.Sample(
            learning =>
            {
                var gradient = learning.Gradient(new ContrastiveHebbianLearning(Settled, Settled));

                ExactGradientTests.AssertClose(ContrastSlopes(learning), gradient, 1e-6);
            },
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

    [Fact]
    public void Coupled_learning_descends_the_squared_error_with_several_outputs_too() =>
        RandomGraphs.Clampable.Sample(
            learning =>
            {
                var exact = learning.Gradient(new RecurrentBackpropagation(Settled, 1e-15));
                var coupled = learning.Gradient(new CoupledLearning(0.01, Settled, Settled));

                Assert.InRange(LearningCase.Cosine(coupled, exact), 0.5, 1);
            },
            iter: 30
        );

    // E(clamped) - E(free), the mean over the examples, differentiated in every parameter.
    private static double[] ContrastSlopes(LearningCase learning)
    {
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
                        weights[row][column] = Slope(learning, index, row, column);
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
                biases[unit] = Slope(learning, step => learning.Network.Parameters.EditBiases(layer)[biasAt] += step);
            }
        }

        return LearningCase.Numbers(slopes);
    }

    private static double Slope(LearningCase learning, int connection, int row, int column) =>
        Slope(
            learning,
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

    private static double Slope(LearningCase learning, Action<double> move)
    {
        const double step = 1e-5;
        move(step);
        var above = Contrast(learning);
        move(-2 * step);
        var below = Contrast(learning);
        move(step);
        return (above - below) / (2 * step);
    }

    private static double Contrast(LearningCase learning)
    {
        var state = new NetworkState<double>(learning.Topology, learning.Rows);
        state.Clamp(learning.Network, learning.Batch.Inputs);
        Settled.Settle(learning.Network, state);
        var contrast = -Energies(learning, state);
        state.ClampOutputs(learning.Batch.Targets);
        Settled.Settle(learning.Network, state);
        return contrast + Energies(learning, state);
    }

    private static double Energies(LearningCase learning, NetworkState<double> state) =>
        Enumerable.Range(0, learning.Rows).Average(row => NetworkEnergy.Energy(learning.Network, state, row));
}
