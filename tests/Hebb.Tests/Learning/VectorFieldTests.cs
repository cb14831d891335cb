using CsCheck;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Learning;

/// <summary>Equilibrium propagation where forward and feedback weights are their own.</summary>
public sealed class VectorFieldTests
{
    private static readonly FixedPoint Settled = RandomGraphs.Settled;

    [Fact]
    public void On_symmetric_graphs_it_is_equilibrium_propagation() =>
        RandomGraphs.All.Sample(
            learning =>
                Assert.Equal(
                    learning.Gradient(new EquilibriumPropagation(Nudging.Symmetric(0.1), Settled)),
                    learning.Gradient(VectorField(Nudging.Symmetric(0.1)))
                ),
            iter: 20
        );

    [Fact]
    public void With_transposed_feedback_forward_and_feedback_gradients_add_up_to_the_symmetric_one() =>
        Gen.Select(RandomGraphs.Smooth, Gen.OneOf(Gen.Const(Nudging.OneSided(0.3)), Gen.Const(Nudging.Symmetric(0.3))))
            .Sample(
                (learning, nudging) =>
                {
                    LearningCase split = WithTransposedFeedback(learning);
                    var gradient = new NetworkParameters<double>(split.Topology);
                    VectorField(nudging)
                        .Estimate(
                            split.Network,
                            new PhaseStates<double>(split.Topology, split.Rows),
                            split.Batch,
                            split.Cost,
                            gradient
                        );

                    ExactGradientTests.AssertClose(
                        learning.Gradient(new EquilibriumPropagation(nudging, Settled)),
                        LearningCase.Numbers(Joined(learning.Topology, gradient)),
                        1e-9
                    );
                },
                iter: 40
            );

    [Fact]
    public void With_transposed_feedback_it_tends_to_the_gradient_of_each_weight() =>
        RandomGraphs.Smooth.Sample(
            learning =>
            {
                LearningCase split = WithTransposedFeedback(learning);
                ExactGradientTests.AssertClose(
                    split.Gradient(new RecurrentBackpropagation(Settled, 1e-15)),
                    split.Gradient(VectorField(Nudging.Symmetric(1e-4))),
                    1e-6
                );
            },
            iter: 30
        );

    private static VectorFieldEquilibriumPropagation VectorField(Nudging nudging) => new(nudging, Settled, Settled);

    private static LearningCase WithTransposedFeedback(LearningCase learning)
    {
        var network = new EnergyNetwork<double>(learning.Topology.WithSeparateFeedback());
        foreach ((var symmetric, var index, var isFeedback) in Pairs(learning.Topology, network.Topology))
        {
            var source = learning.Network.Parameters.Weights(symmetric);
            var target = network.Parameters.EditWeights(index);
            for (var row = 0; row < source.Rows; row++)
            {
                for (var column = 0; column < source.Columns; column++)
                {
                    (isFeedback ? ref target[column][row] : ref target[row][column]) = source[row][column];
                }
            }
        }

        foreach (var layer in learning.Topology.Free)
        {
            learning.Network.Parameters.Biases(layer).CopyTo(network.Parameters.EditBiases(layer));
        }

        return learning with
        {
            Network = network,
        };
    }

    // The gradient of the symmetric weights: both directions of every pair.
    private static NetworkParameters<double> Joined(NetworkTopology topology, NetworkParameters<double> split)
    {
        var joined = new NetworkParameters<double>(topology);
        foreach ((var symmetric, var index, var isFeedback) in Pairs(topology, split.Topology))
        {
            var source = split.Weights(index);
            var target = joined.EditWeights(symmetric);
            var isLateral = split.Topology.Connections[index].IsLateral;
            for (var row = 0; row < source.Rows; row++)
            {
                for (var column = 0; column < source.Columns; column++)
                {
                    if (isLateral)
                    {
                        target[column][row] += source[row][column];
                    }

                    (isFeedback ? ref target[column][row] : ref target[row][column]) += source[row][column];
                }
            }
        }

        foreach (var layer in topology.Free)
        {
            split.Biases(layer).CopyTo(joined.EditBiases(layer));
        }

        return joined;
    }

    private static IEnumerable<(int Symmetric, int Index, bool IsFeedback)> Pairs(
        NetworkTopology symmetric,
        NetworkTopology split
    ) =>
        from index in Enumerable.Range(0, split.Connections.Length)
        let connection = split.Connections[index]
        from original in Enumerable.Range(0, symmetric.Connections.Length)
        let candidate = symmetric.Connections[original]
        let isForward = candidate.From == connection.From && candidate.To == connection.To
        let isFeedback = candidate.From == connection.To && candidate.To == connection.From
        where isForward || isFeedback
        select (original, index, isFeedback && !isForward);
}
