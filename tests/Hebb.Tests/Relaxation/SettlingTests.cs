using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

/// <summary>How phases end, for every relaxation: each example by itself, and counted rightly.</summary>
public sealed class SettlingTests
{
    private static readonly int[][] Parts =
    [
        [3],
        [0],
        [4, 2, 1],
    ];

    [Fact]
    public void An_example_does_not_depend_on_its_neighbours_nor_on_their_order() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                const int rows = 5;
                var network = graph.Network(0.8);
                var targets = RandomGraph.Targets(network.Topology, rows, graph.Seed);
                var batch = RandomGraph.State(network, rows, graph.Seed);
                foreach (var relaxation in SettlingLaws.All(40, 1e-4))
                {
                    var together = batch.Fork();
                    var nudge = new Nudge<double>(0.2, SettlingLaws.CostOf(graph), targets.All);
                    var settling = relaxation.Settle(network, together, nudge);
                    var sweeps = 0L;
                    foreach (var order in Parts)
                    {
                        var some = Part(network, batch, order);
                        var asked = Rows(targets, order);
                        sweeps += relaxation
                            .Settle(network, some, new Nudge<double>(0.2, SettlingLaws.CostOf(graph), asked.All))
                            .Sweeps;
                        for (var row = 0; row < order.Length; row++)
                        {
                            Assert.Equal(RandomGraph.Units(together, order[row]), RandomGraph.Units(some, row));
                        }
                    }

                    Assert.Equal(settling.Sweeps, sweeps);
                }
            },
            iter: 40
        );

    [Fact]
    public void A_settled_example_stays_where_it_is() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                // One example starts at rest and must not move on while the others settle.
                var network = graph.Network(0.8);
                var settled = RandomGraph.State(network, 3, graph.Seed);
                new FixedPoint(3000, 1e-15).Settle(network, settled);
                var state = RandomGraph.State(network, 3, graph.Seed);
                foreach (var layer in network.Topology.Free)
                {
                    settled.Units(layer)[1].CopyTo(state.Units(layer)[1]);
                }

                var trace = new RelaxationTrace<double>(recordsUnits: true);
                new FixedPoint(50, 1e-6).Settle(network, state, trace: trace);

                Assert.Equal(1, trace.SweepsOf(1));
                foreach (var layer in network.Topology.Free)
                {
                    if (network.Topology.Layers[layer].Role is not LayerRole.Readout)
                    {
                        Assert.Equal(trace.Units(1, 1, layer).ToArray(), state.Units(layer)[1].ToArray());
                    }
                }
            },
            iter: 60
        );

    [Fact]
    public void A_fixed_number_of_sweeps_is_exact() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(0.5);
                foreach (var relaxation in SettlingLaws.All(7, 0))
                {
                    var state = RandomGraph.State(network, 3, graph.Seed);
                    var settling = relaxation.Settle(network, state);
                    Assert.Equal((3, 21L, 7, 0, 0), Numbers(settling));
                    Assert.Equal(7, settling.MeanSweeps);
                }

                // Plain sweeps and flow have no memory: seven at once are seven times one.
                foreach (
                    var (once, all) in new (IRelaxation, IRelaxation)[]
                    {
                        (new FixedPoint(1), new FixedPoint(7)),
                        (new GradientFlow(0.4, 1), new GradientFlow(0.4, 7)),
                    }
                )
                {
                    var stepwise = RandomGraph.State(network, 3, graph.Seed);
                    var atOnce = stepwise.Fork();
                    for (var sweep = 0; sweep < 7; sweep++)
                    {
                        once.Settle(network, stepwise);
                    }

                    all.Settle(network, atOnce);
                    Assert.Equal(RandomGraph.Units(stepwise, 2), RandomGraph.Units(atOnce, 2));
                }
            },
            iter: 40
        );

    [Fact]
    public void A_warm_start_takes_fewer_sweeps()
    {
        var network = SettlingLaws.Slow(0.9);
        foreach (var relaxation in SettlingLaws.All(2000, 1e-8))
        {
            var state = SettlingLaws.Clamped(network, 1.0);
            var cold = relaxation.Settle(network, state);
            var warm = SettlingLaws.Clamped(network, 1.001);
            warm.CopyUnitsFrom(state);

            Assert.InRange(relaxation.Settle(network, warm).Sweeps, 1, cold.Sweeps - 1);
            Assert.Equal(1, relaxation.Settle(network, warm).Sweeps);
        }
    }

    [Fact]
    public void A_linear_network_that_diverges_is_seen_to()
    {
        var network = SettlingLaws.Slow(1.5);
        var state = SettlingLaws.Clamped(network, 1.0, 0.0);
        var slowly = new FixedPoint(20, 1e-3).Settle(network, state);
        Assert.Equal((2, 21L, 20, 1, 0), Numbers(slowly));
        Assert.False(slowly.IsSettled);
        Assert.InRange(slowly.LargestResidual, 1, double.MaxValue);

        var state2 = SettlingLaws.Clamped(network, 1.0, 0.0);
        var entirely = new FixedPoint(3000, 1e-3).Settle(network, state2);
        Assert.Equal((2, 3001L, 3000, 1, 1), Numbers(entirely));
        Assert.False(double.IsFinite(entirely.LargestResidual));
        Assert.Equal(0, state2.Outputs[1][0]);

        var counted = new FixedPoint(3000).Settle(network, SettlingLaws.Clamped(network, 1.0, 0.0));
        Assert.Equal((2, 6000L, 3000, 0, 1), Numbers(counted));
        Assert.False(counted.IsSettled);
    }

    [Fact]
    public void Inputs_that_are_no_numbers_are_seen_and_stay_with_their_example()
    {
        foreach (var activation in Activation.All)
        {
            var network = EnergyNetwork.Create<double>(
                NetworkTopology.Layered([1, 3, 2], activation, Activation.HardTanh),
                seed: 1
            );
            foreach (var relaxation in SettlingLaws.All(300, 1e-6))
            {
                var state = SettlingLaws.Clamped(network, 0.5, double.NaN, -0.5);
                var settling = relaxation.Settle(network, state);

                Assert.Equal((3, 1, 1), (settling.Examples, settling.Unsettled, settling.Diverged));
                Assert.True(double.IsNaN(settling.LargestResidual));
                Assert.True(double.IsNaN(state.Outputs[1][0]));
                Assert.True(double.IsFinite(state.Outputs[0][0]) && double.IsFinite(state.Outputs[2][0]));
            }
        }
    }

    [Fact]
    public void Phases_add_up()
    {
        var both = new Settling(2, 10, 7, 1, 0, 0.5).And(new Settling(1, 3, 3, 0, 1, 0.75));

        Assert.Equal(new Settling(3, 13, 7, 1, 1, 0.75), both);
        Assert.Equal(0, default(Settling).MeanSweeps);
    }

    private static (int Examples, long Sweeps, int MostSweeps, int Unsettled, int Diverged) Numbers(
        Settling settling
    ) => (settling.Examples, settling.Sweeps, settling.MostSweeps, settling.Unsettled, settling.Diverged);

    private static NetworkState<double> Part(EnergyNetwork<double> network, NetworkState<double> batch, int[] rows)
    {
        var part = new NetworkState<double>(network.Topology, rows.Length);
        var inputs = new AlignedMatrix<double>(rows.Length, network.Topology.InputSize);
        for (var row = 0; row < rows.Length; row++)
        {
            // Hard sigmoids leave what has passed through them as it is.
            var from = 0;
            foreach (var input in network.Topology.Inputs)
            {
                var units = batch.Units(input)[rows[row]];
                units.CopyTo(inputs[row][from..]);
                from += units.Length;
            }
        }

        part.Clamp(network, inputs.All);
        foreach (var layer in network.Topology.Free)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                batch.Units(layer)[rows[row]].CopyTo(part.Units(layer)[row]);
            }
        }

        return part;
    }

    private static AlignedMatrix<double> Rows(AlignedMatrix<double> matrix, int[] rows)
    {
        var part = new AlignedMatrix<double>(rows.Length, matrix.Columns);
        for (var row = 0; row < rows.Length; row++)
        {
            matrix[rows[row]].CopyTo(part[row]);
        }

        return part;
    }
}
