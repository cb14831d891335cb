using System.Numerics;
using CsCheck;
using Hebb.Costs;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

public sealed class RelaxationTraceTests
{
    [Fact]
    public void It_changes_nothing_and_holds_what_happened() =>
        Gen.Select(RandomGraph.Any, Gen.Bool, Gen.Bool)
            .Sample(
                (graph, byResidual, nudged) =>
                {
                    const int rows = 4;
                    var network = graph.Network(0.8);
                    var targets = RandomGraph.Targets(network.Topology, rows, graph.Seed);
                    var cost = SettlingLaws.CostOf(graph);
                    var beta = nudged ? 0.3 : 0;
                    foreach (var relaxation in SettlingLaws.All(12, byResidual ? 1e-3 : 0))
                    {
                        var plain = RandomGraph.State(network, rows, graph.Seed);
                        var traced = plain.Fork();
                        var start = plain.Fork();
                        var trace = new RelaxationTrace<double>(recordsUnits: true);
                        var expected = relaxation.Settle(network, plain, new Nudge<double>(beta, cost, targets.All));
                        var settling = relaxation.Settle(
                            network,
                            traced,
                            new Nudge<double>(beta, cost, targets.All),
                            trace
                        );

                        Assert.Equal(expected, settling);
                        Assert.Equal((rows, settling.MostSweeps), (trace.Examples, trace.Sweeps));
                        Assert.Equal(settling.Sweeps, Enumerable.Range(0, rows).Sum(trace.SweepsOf));
                        Assert.Equal(
                            settling.LargestResidual,
                            Enumerable.Range(0, rows).Max(row => trace.Residual(trace.Sweeps, row))
                        );
                        var replay = start.Fork();
                        for (var row = 0; row < rows; row++)
                        {
                            Assert.Equal(RandomGraph.Units(plain, row), RandomGraph.Units(traced, row));
                            Assert.True(double.IsNaN(trace.Residual(0, row)));
                            Assert.Equal(trace.Energies(row)[^1], trace.Energy(trace.SweepsOf(row), row));
                            Assert.Equal(trace.Residuals(row)[^1], trace.Residual(trace.SweepsOf(row), row));
                            foreach (var sweep in new[] { 0, trace.Sweeps / 2, trace.Sweeps })
                            {
                                foreach (var layer in network.Topology.Free)
                                {
                                    trace.Units(sweep, row, layer).CopyTo(replay.Units(layer)[row]);
                                }

                                var nudge = new Nudge<double>(beta, cost, targets.All);
                                Assert.Equal(
                                    TotalEnergy.Of(network, replay, nudge, row),
                                    trace.Energy(sweep, row),
                                    1e-12
                                );
                            }
                        }
                    }
                },
                iter: 40
            );

    [Fact]
    public void What_has_no_energy_has_none_in_the_trace()
    {
        var topology = NetworkTopology.Layered([1, 3, 2], Activation.Tanh, Activation.Linear);
        var field = EnergyNetwork.Create<double>(topology.WithSeparateFeedback(), 1);
        var trace = new RelaxationTrace<double>();
        new FixedPoint(5).Settle(field, SettlingLaws.Clamped(field, 0.5), trace: trace);
        Assert.Equal(6, trace.Energies(0).Length);
        Assert.All(trace.Energies(0), energy => Assert.True(double.IsNaN(energy)));
        Assert.All(trace.Residuals(0)[1..], residual => Assert.True(residual > 0));
        Assert.Throws<InvalidOperationException>(() => trace.Units(0, 0, 1).Length);

        var complex = EnergyNetwork.Create<Complex>(topology, 1);
        var complexTrace = new RelaxationTrace<Complex>(recordsUnits: true);
        new FixedPoint(5).Settle(complex, SettlingLaws.Clamped<Complex>(complex, 0.5), trace: complexTrace);
        Assert.True(double.IsNaN(complexTrace.Energy(5, 0)));
        Assert.Equal(2, complexTrace.Units(5, 0, 2).Length);
        Assert.Throws<ArgumentException>(() => complexTrace.Units(5, 0, 0).Length);
    }

    // A sweep begins from the units alone: what the readout sends back is the force at these units, however they came about.
    [Fact]
    public void A_readout_under_a_nudge_has_read_the_units_that_the_next_sweep_begins_with() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = (graph with { HasReadout = true }).Network(0.8);
                var targets = RandomGraph.Targets(network.Topology, 1, graph.Seed);
                var output = network.Topology.Output;
                IRelaxation[] relaxations =
                [
                    new GradientFlow(0.3, 10),
                    new FixedPoint(10, order: SweepOrder.Synchronous),
                    new FixedPoint(10, order: SweepOrder.Forward),
                    new Momentum(10, 0.4, order: SweepOrder.Forward),
                    new Anderson(10, 4, order: SweepOrder.Forward),
                ];
                foreach (var relaxation in relaxations)
                {
                    var trace = new RelaxationTrace<double>(recordsUnits: true);
                    var state = RandomGraph.State(network, 1, graph.Seed);
                    var nudge = new Nudge<double>(0.5, new SoftmaxCrossEntropy(), targets.All);
                    relaxation.Settle(network, state, nudge, trace);
                    var replay = RandomGraph.State(network, 1, graph.Seed);
                    var reading = new double[targets.Columns];
                    for (var sweep = 1; sweep <= trace.Sweeps; sweep++)
                    {
                        foreach (var layer in network.Topology.Free)
                        {
                            trace.Units(sweep, 0, layer).CopyTo(replay.Units(layer)[0]);
                        }

                        ReferenceDrives.Drive(network, replay, output, 0, reading);
                        Assert.Equal(reading, trace.Units(sweep, 0, output).ToArray());
                    }
                }
            },
            iter: 40
        );

    [Fact]
    public void A_trace_that_is_used_again_begins_anew()
    {
        var network = SettlingLaws.Slow(0.5);
        var trace = new RelaxationTrace<double>();
        Assert.Equal((0, 0), (trace.Sweeps, trace.Examples));
        new FixedPoint(9).Settle(network, SettlingLaws.Clamped(network, 0.5, 1), trace: trace);
        new FixedPoint(3).Settle(network, SettlingLaws.Clamped(network, 0.5), trace: trace);

        Assert.Equal((3, 1), (trace.Sweeps, trace.Examples));
    }
}
