using CsCheck;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

/// <summary>Where relaxations of every kind come to rest.</summary>
public sealed class EquilibriumTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(-0.2)]
    public void All_reach_the_one_equilibrium_of_a_network_that_contracts(double beta) =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(0.6);
                var targets = RandomGraph.Targets(network.Topology, 2, graph.Seed);
                double[]? expected = null;
                foreach (var relaxation in SettlingLaws.All(1000, 1e-11))
                {
                    var state = RandomGraph.State(network, 2, graph.Seed);
                    var nudge = new Nudge<double>(beta, SettlingLaws.CostOf(graph), targets.All);
                    var settling = relaxation.Settle(network, state, nudge);

                    Assert.True(settling.IsSettled, $"{relaxation}: {settling}");
                    var units = RandomGraph.Units(state, 1);
                    expected ??= units;
                    Assert.True(SettlingLaws.Distance(expected, units) < 1e-9, relaxation.ToString());
                }
            },
            iter: 60
        );

    [Fact]
    public void Vector_fields_settle_too() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var symmetric = graph.Topology();
                var network = new EnergyNetwork<double>(symmetric.WithSeparateFeedback());
                RandomGraph.Fill(network, 0.6, graph.Seed);
                double[]? expected = null;
                foreach (var relaxation in SettlingLaws.All(1000, 1e-11))
                {
                    var state = RandomGraph.State(network, 1, graph.Seed);
                    Assert.True(relaxation.Settle(network, state).IsSettled);
                    expected ??= RandomGraph.Units(state, 0);
                    Assert.True(SettlingLaws.Distance(expected, RandomGraph.Units(state, 0)) < 1e-9);
                }
            },
            iter: 40
        );

    // Float32 is the same arithmetic, rounded.
    [Fact]
    public void Float32_settles_at_the_rounded_equilibrium() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(0.6);
                var narrow = network.ConvertTo<float>();
                var state = RandomGraph.State(network, 3, graph.Seed);
                var inputs = Inputs(state);
                Assert.True(new FixedPoint(500, 1e-10).Settle(network, state).IsSettled);
                foreach (var relaxation in SettlingLaws.All(500, 1e-5))
                {
                    var rounded = new NetworkState<float>(network.Topology, 3);
                    rounded.Clamp(narrow, inputs.All);
                    Assert.True(relaxation.Settle(narrow, rounded).IsSettled);
                    foreach (var layer in network.Topology.Free)
                    {
                        RandomNetworks.AssertClose(
                            state.Units(layer)[2],
                            [.. rounded.Units(layer)[2].ToArray().Select(unit => (double)unit)],
                            1e-4
                        );
                    }
                }
            },
            iter: 40
        );

    // Padding, of which float32 takes account in whole registers, must not count as units that move.
    [Fact]
    public void Float32_measures_the_same_residuals() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(0.6);
                var narrow = network.ConvertTo<float>();
                var targets = RandomGraph.Targets(network.Topology, 3, graph.Seed);
                var narrowTargets = new AlignedMatrix<float>(3, targets.Columns);
                for (var row = 0; row < 3; row++)
                {
                    for (var column = 0; column < targets.Columns; column++)
                    {
                        narrowTargets[row][column] = (float)targets[row][column];
                    }
                }

                foreach (var relaxation in SettlingLaws.All(1, 0))
                {
                    var state = RandomGraph.State(network, 3, graph.Seed, fromRest: true);
                    var rounded = new NetworkState<float>(network.Topology, 3);
                    rounded.Clamp(narrow, Inputs(state).All);
                    var cost = SettlingLaws.CostOf(graph);
                    foreach (var beta in new[] { 0, 0.3, 0 })
                    {
                        var expected = relaxation.Settle(network, state, new Nudge<double>(beta, cost, targets.All));
                        var nudge = new Nudge<float>((float)beta, cost, narrowTargets.All);
                        Assert.Equal(
                            expected.LargestResidual,
                            relaxation.Settle(narrow, rounded, nudge).LargestResidual,
                            1e-4
                        );
                    }
                }
            },
            iter: 40
        );

    private static AlignedMatrix<float> Inputs(NetworkState<double> state)
    {
        var inputs = new AlignedMatrix<float>(state.Rows, state.Topology.InputSize);
        for (var row = 0; row < state.Rows; row++)
        {
            var from = 0;
            foreach (var input in state.Topology.Inputs)
            {
                foreach (var number in state.Units(input)[row])
                {
                    inputs[row][from++] = (float)number;
                }
            }
        }

        return inputs;
    }
}
