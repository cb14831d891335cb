using System.Numerics;
using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation;

public sealed class AccelerationTests
{
    [Theory]
    [InlineData(SweepOrder.Alternating)]
    [InlineData(SweepOrder.Synchronous)]
    [InlineData(SweepOrder.Forward)]
    public void A_slow_network_settles_in_far_fewer_sweeps(SweepOrder order)
    {
        var network = SettlingLaws.Slow(0.97, layers: 30);
        var plain = Sweeps(new FixedPoint(10_000, 1e-7, order));
        var momentum = Sweeps(new Momentum(10_000, 0.6, 1e-7, order));
        var anderson = Sweeps(new Anderson(10_000, 5, 1e-7, order));

        Assert.True(momentum < 0.6 * plain, $"plain {plain}, momentum {momentum}");
        Assert.True(anderson < 0.5 * plain, $"plain {plain}, Anderson {anderson}");

        long Sweeps(IRelaxation relaxation)
        {
            var state = SettlingLaws.Clamped(network, 1.0);
            var settling = relaxation.Settle(network, state);
            Assert.True(settling.IsSettled);
            return settling.Sweeps;
        }
    }

    // Far from rest such networks do not contract, and pass saddles where the residual is small: what only ever lowered the
    // residual would stay there.
    [Theory]
    [InlineData("hard-sigmoid", 0.9)]
    [InlineData("hard-sigmoid", 2)]
    [InlineData("hard-sigmoid", 4)]
    [InlineData("tanh", 1)]
    [InlineData("tanh", 2)]
    [InlineData("sigmoid", 4)]
    public void Networks_with_strong_weights_settle(string activation, double gain)
    {
        var plain = Sweeps(new FixedPoint(1000, 1e-7));
        Assert.InRange(Sweeps(new Momentum(1000, 0.5, 1e-7)), 2, 1.3 * plain);
        Assert.InRange(Sweeps(new Anderson(1000, 5, 1e-7)), 2, plain);

        double Sweeps(IRelaxation relaxation) =>
            Enumerable
                .Range(1, 4)
                .Sum(seed =>
                {
                    var network = Strong(Activation.Named(activation), gain, (ulong)seed);
                    var state = RandomGraph.State(network, 8, (ulong)seed, fromRest: true);
                    var settling = relaxation.Settle(network, state);
                    Assert.True(settling.IsSettled, $"{relaxation}: {settling}");
                    return settling.Sweeps;
                });
    }

    // In a linear network Anderson acceleration is as good as GMRES: it needs no more sweeps than there are units that feed others.
    [Fact]
    public void A_small_linear_network_is_solved()
    {
        var network = SettlingLaws.Slow(0.99, layers: 6);
        var state = SettlingLaws.Clamped(network, 1.0);
        var settling = new Anderson(100, window: 10, 1e-10, SweepOrder.Synchronous).Settle(network, state);

        Assert.InRange(settling.Sweeps, 2, 9);
        Assert.True(settling.IsSettled);
    }

    [Fact]
    public void No_momentum_is_plain_sweeps() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(0.8);
                var plain = RandomGraph.State(network, 3, graph.Seed);
                var still = plain.Fork();
                var expected = new FixedPoint(30, 1e-4).Settle(network, plain);

                Assert.Equal(expected, new Momentum(30, 0, 1e-4).Settle(network, still));
                Assert.Equal(RandomGraph.Units(plain, 1), RandomGraph.Units(still, 1));
            },
            iter: 50
        );

    // Two sweeps leave no room for a guess that the second could judge and a third continue from.
    [Fact]
    public void A_phase_ends_with_a_plain_sweep() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(0.8);
                foreach (var relaxation in new IRelaxation[] { new Momentum(6, 0.9), new Anderson(6, 4) })
                {
                    var trace = new RelaxationTrace<double>(recordsUnits: true);
                    var state = RandomGraph.State(network, 2, graph.Seed);
                    relaxation.Settle(network, state, trace: trace);
                    var again = RandomGraph.State(network, 2, graph.Seed);
                    foreach (var layer in network.Topology.Free)
                    {
                        trace.Units(5, 1, layer).CopyTo(again.Units(layer)[1]);
                    }

                    new FixedPoint(1).Settle(network, again);

                    // Or the last guess was bad, and the sweep before it stands.
                    var swept = SettlingLaws.Distance(RandomGraph.Units(again, 1), RandomGraph.Units(state, 1)) == 0;
                    Assert.True(swept || trace.Residual(6, 1) == trace.Residual(5, 1));
                }
            },
            iter: 50
        );

    [Fact]
    public void Too_much_momentum_falls_back_to_plain_sweeps()
    {
        // One unit whose sweeps hit the rest at once: every guess overshoots.
        var network = SettlingLaws.Slow(0.05, layers: 4);
        var plain = SettlingLaws.Clamped(network, 1.0);
        var pushed = SettlingLaws.Clamped(network, 1.0);
        var few = new FixedPoint(1000, 1e-10, SweepOrder.Synchronous).Settle(network, plain);
        var more = new Momentum(1000, 0.99, 1e-10, SweepOrder.Synchronous).Settle(network, pushed);

        Assert.True(more.IsSettled);
        Assert.InRange(more.Sweeps, few.Sweeps, (2 * few.Sweeps) + 1);
        Assert.True(SettlingLaws.Distance(RandomGraph.Units(plain, 0), RandomGraph.Units(pushed, 0)) < 1e-9);
    }

    // Whatever the guesses, a network that contracts settles, and the residual that counts is that of a plain sweep.
    [Fact]
    public void Nothing_keeps_a_network_that_contracts_from_settling() =>
        Gen.Select(RandomGraph.Any, Gen.Double[0, 0.999], Gen.Int[2, 10])
            .Sample(
                (graph, coefficient, window) =>
                {
                    var network = graph.Network(0.7);
                    var rest = RandomGraph.State(network, 2, graph.Seed);
                    var plain = new FixedPoint(2000, 1e-9).Settle(network, rest);
                    foreach (
                        var relaxation in new IRelaxation[]
                        {
                            new Momentum(2000, coefficient, 1e-9),
                            new Anderson(2000, window, 1e-9),
                        }
                    )
                    {
                        var state = RandomGraph.State(network, 2, graph.Seed);
                        var settling = relaxation.Settle(network, state);

                        Assert.True(settling.IsSettled);
                        Assert.True(
                            relaxation is Momentum || settling.Sweeps <= (2 * plain.Sweeps) + 4,
                            $"{relaxation}: {settling}, plain {plain}"
                        );
                        Assert.True(
                            SettlingLaws.Distance(RandomGraph.Units(rest, 1), RandomGraph.Units(state, 1)) < 1e-7
                        );
                    }
                },
                iter: 60
            );

    // A guess that is not a number must not be the end of an example that plain sweeps would settle.
    [Fact]
    public void A_guess_without_sense_is_taken_back()
    {
        var network = SettlingLaws.Slow(0.9);
        var state = SettlingLaws.Clamped(network, 1.0);
        var rule = new StoppingRule(500, 1e-8);
        var sweep = new AcceleratedSweep<double, Nonsense>(SweepOrder.Alternating, rule, state, default);
        var settling = SettlingLoop.Run(network, state, default, rule, ref sweep, null);
        var plain = SettlingLaws.Clamped(network, 1.0);
        var expected = new FixedPoint(500, 1e-8).Settle(network, plain);

        Assert.True(settling.IsSettled);
        Assert.Equal(RandomGraph.Units(plain, 0), RandomGraph.Units(state, 0));

        // Bad guesses become rare while they help nothing.
        Assert.InRange(settling.Sweeps, expected.Sweeps + 1, 1.6 * expected.Sweeps);

        // Where the sweeps end on such a guess, the sweep before it is the result.
        var cut = SettlingLaws.Clamped(network, 1.0);
        var few = new StoppingRule(8, 0);
        var last = new AcceleratedSweep<double, Nonsense>(SweepOrder.Alternating, few, cut, default);
        Assert.Equal(0, SettlingLoop.Run(network, cut, default, few, ref last, null).Diverged);
        Assert.All(RandomGraph.Units(cut, 0), unit => Assert.True(double.IsFinite(unit)));
    }

    // Where they would be brought into their range, or mixed with where they were before.
    [Fact]
    public void Guesses_leave_clamped_outputs_where_they_are()
    {
        double[] held = [1.25, -0.5];
        var topology = NetworkTopology.Layered([2, 6, 6, 2], Activation.Tanh, Activation.HardSigmoid);
        var network = EnergyNetwork.Create<double>(topology, seed: 3);
        double[]? expected = null;
        foreach (var relaxation in SettlingLaws.All(500, 1e-11))
        {
            var state = SettlingLaws.Clamped(network, 0.4, -0.7);
            state.ClampOutputs(new ReadOnlyMatrixSpan<double>(held, 2));
            Assert.True(relaxation.Settle(network, state).IsSettled);

            Assert.Equal(held, state.Outputs[0].ToArray());
            expected ??= RandomGraph.Units(state, 0);
            Assert.True(SettlingLaws.Distance(expected, RandomGraph.Units(state, 0)) < 1e-9, relaxation.ToString());
        }
    }

    [Fact]
    public void Guesses_stay_in_the_range_of_the_units() =>
        RandomGraph.Any.Sample(
            graph =>
            {
                var network = graph.Network(3);
                foreach (var relaxation in new IRelaxation[] { new Momentum(15, 0.9), new Anderson(15, 4) })
                {
                    var trace = new RelaxationTrace<double>(recordsUnits: true);
                    relaxation.Settle(network, RandomGraph.State(network, 1, graph.Seed, fromRest: true), trace: trace);
                    foreach (var layer in network.Topology.Free)
                    {
                        var activation = network.Topology.Layers[layer].Activation;
                        for (var sweep = 0; sweep <= trace.Sweeps; sweep++)
                        {
                            foreach (var unit in trace.Units(sweep, 0, layer))
                            {
                                Assert.InRange(unit, activation.Minimum, activation.Maximum);
                            }
                        }
                    }
                }
            },
            iter: 50
        );

    [Fact]
    public void Complex_units_settle_on_the_real_axis_where_real_ones_do()
    {
        var topology = NetworkTopology.Layered([2, 4, 2], Activation.Tanh, Activation.Linear);
        var network = EnergyNetwork.Create<double>(topology, 3);
        var complex = network.ConvertTo<Complex>();
        foreach (var relaxation in new IRelaxation[] { new Momentum(300, 0.4, 1e-11), new Anderson(300, 4, 1e-11) })
        {
            var real = SettlingLaws.Clamped(network, 0.4, -0.7);
            var state = SettlingLaws.Clamped<Complex>(complex, 0.4, -0.7);
            Assert.True(relaxation.Settle(network, real).IsSettled);
            Assert.True(relaxation.Settle(complex, state).IsSettled);
            for (var output = 0; output < 2; output++)
            {
                Assert.Equal(real.Outputs[0][output], state.Outputs[0][output].Real, 1e-9);
                Assert.Equal(0, state.Outputs[0][output].Imaginary, 1e-9);
            }

            // And off it, under a complex nudge, where plain sweeps do.
            var targets = new AlignedMatrix<Complex>(1, 2);
            var plain = state.Fork();
            var beta = new Complex(0.1, 0.3);
            relaxation.Settle(complex, state, new Nudge<Complex>(beta, Hebb.Costs.SquaredError.Half, targets.All));
            new FixedPoint(300, 1e-11).Settle(
                complex,
                plain,
                new Nudge<Complex>(beta, Hebb.Costs.SquaredError.Half, targets.All)
            );
            Assert.NotEqual(0, plain.Outputs[0][0].Imaginary);
            Assert.Equal(0, (plain.Outputs[0][0] - state.Outputs[0][0]).Magnitude, 1e-9);
        }
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(1, 0.5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anderson(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anderson(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anderson(1, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anderson(1, 2, double.NaN));
    }

    private static EnergyNetwork<double> Strong(Activation activation, double gain, ulong seed)
    {
        int[] sizes = [20, 64, 64, 5];
        var network = new EnergyNetwork<double>(NetworkTopology.Layered(sizes, activation, Activation.Linear));
        Initialization.XavierUniform(network.Parameters, new Pcg64(seed));
        foreach (ref var weight in network.Parameters.EditWeights(1).Span)
        {
            weight *= gain;
        }

        foreach (ref var weight in network.Parameters.EditWeights(2).Span)
        {
            weight /= 2;
        }

        return network;
    }

    private readonly struct Nonsense : IAcceleration<double>
    {
        public void Begin() { }

        public void Restart(int example) { }

        public bool Guess(
            int example,
            ReadOnlySpan<double> start,
            ReadOnlySpan<double> swept,
            ReadOnlySpan<double> lastSwept,
            Span<double> guess
        )
        {
            guess.Fill(double.NaN);
            return true;
        }
    }
}
