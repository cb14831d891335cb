using System.Numerics;
using CsCheck;
using Hebb.Costs;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation.Sweeps;

public sealed class FixedPointTests
{
    // Squared error is solved for on piecewise linear outputs; on smooth ones, curved more strongly than the cost, and for any
    // negative strength its tangent lies on the right side.
    [Theory]
    [InlineData(SweepOrder.Alternating, 0)]
    [InlineData(SweepOrder.Alternating, 0.9)]
    [InlineData(SweepOrder.Alternating, -0.7)]
    [InlineData(SweepOrder.Forward, 0.9)]
    [InlineData(SweepOrder.Backward, -0.7)]
    public void Layer_by_layer_the_total_energy_never_rises(SweepOrder order, double beta) =>
        RandomGraph.WithoutLateral.Sample(graph =>
        {
            var network = graph.Network(3);
            var state = RandomGraph.State(network, 1, graph.Seed);
            var targets = RandomGraph.Targets(network.Topology, 1, graph.Seed);
            var sweep = new FixedPoint(1, order: order);
            var energies = SettlingLaws.Energies(sweep, network, state, beta, SquaredError.Half, targets, 30);
            SettlingLaws.NeverRises(energies.TakeWhile(energy => Math.Abs(energy) < 1e6), graph.ToString());
        });

    // Below -1 the total energy has its minimum at an end of the range, and solving for the nudge would find its maximum.
    [Theory]
    [InlineData(-1)]
    [InlineData(-1.5)]
    [InlineData(-4)]
    public void A_strong_negative_nudge_on_bounded_outputs_never_raises_the_total_energy(double beta) =>
        RandomGraph.WithoutLateral.Sample(graph =>
        {
            var network = (
                graph with
                {
                    HiddenActivation = Activation.Tanh,
                    OutputActivation = Activation.HardSigmoid,
                }
            ).Network(2);
            var state = RandomGraph.State(network, 1, graph.Seed);
            var targets = RandomGraph.Targets(network.Topology, 1, graph.Seed);
            var energies = SettlingLaws.Energies(
                new FixedPoint(1),
                network,
                state,
                beta,
                SquaredError.Half,
                targets,
                30
            );
            SettlingLaws.NeverRises(energies, graph.ToString());
            Assert.All(state.Outputs[0].ToArray(), output => Assert.InRange(output, 0, 1));
        });

    [Fact]
    public void At_rest_no_force_is_left_inside_the_range() =>
        RandomGraph.Any.Sample(graph =>
        {
            var network = graph.Network(0.6);
            var state = RandomGraph.State(network, 2, graph.Seed);
            Assert.True(new FixedPoint(500, 1e-13).Settle(network, state).IsSettled);
            foreach (var layer in network.Topology.Free)
            {
                var activation = network.Topology.Layers[layer].Activation;
                var force = new double[network.Topology.Layers[layer].Size];
                NetworkEnergy.Force(network, state, layer, 1, force);
                for (var unit = 0; unit < force.Length; unit++)
                {
                    var activity = state.Units(layer)[1][unit];
                    Assert.True(
                        activity == activation.Minimum && force[unit] <= 0
                            || activity == activation.Maximum && force[unit] >= 0
                            || Math.Abs(force[unit]) < 1e-10
                    );
                }
            }
        });

    [Fact]
    public void A_linear_output_under_a_nudge_is_where_algebra_puts_it()
    {
        // s = (drive + beta y') / (1 + beta) for a single unit, in one sweep, for either sign.
        var network = SettlingLaws.Slow(0.5, layers: 1);
        var targets = new AlignedMatrix<double>(1, 1);
        targets[0][0] = -1;
        foreach (var beta in new[] { 0.25, -0.5, 3 })
        {
            var state = SettlingLaws.Clamped(network, 2.0);
            new FixedPoint(1).Settle(network, state, new Nudge<double>(beta, SquaredError.Half, targets.All));
            Assert.Equal((2 - beta) / (1 + beta), state.Outputs[0][0], 1e-14);
        }
    }

    [Fact]
    public void Nudges_without_a_rest_are_refused()
    {
        var network = SettlingLaws.Slow(0.5, layers: 2);
        var state = SettlingLaws.Clamped(network, 1.0, 2.0);
        var targets = new AlignedMatrix<double>(2, 1);

        Refuses(new FixedPoint(5), -1, SquaredError.Half, targets, "above -1 is needed");
        Refuses(new GradientFlow(0.5, 5), -1, SquaredError.Half, targets, "above -1 is needed");
        Refuses(new Anderson(5), -0.5, SquaredError.Whole, targets, "above -0.5 is needed");
        Refuses(new Momentum(5), 1, SquaredError.Half, new AlignedMatrix<double>(1, 1), "1 rows of 1; 2 rows of 1");
        Refuses(new FixedPoint(5), 1, SquaredError.Half, new AlignedMatrix<double>(2, 3), "2 rows of 3; 2 rows of 1");
        new FixedPoint(5).Settle(network, state, new Nudge<double>(-1, new LinearCost(), targets.All));

        void Refuses(IRelaxation relaxation, double beta, ICost cost, AlignedMatrix<double> asked, string part) =>
            Assert.Contains(
                part,
                Assert
                    .Throws<ArgumentException>(() =>
                        relaxation.Settle(network, state, new Nudge<double>(beta, cost, asked.All))
                    )
                    .Message,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedPoint(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedPoint(1, -1e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedPoint(1, double.NaN));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void An_order_that_there_is_not_is_refused_by_name(int number)
    {
        var order = (SweepOrder)number;
        foreach (
            var make in new Func<object>[]
            {
                () => new FixedPoint(1, 0, order),
                () => new Momentum(1, 0.5, 0, order),
                () => new Anderson(1, 5, 0, order),
                () => new BackpropagationThroughSweeps(1, order),
                () => new ContinualEquilibriumPropagation(0.5, 1e-3, new FixedPoint(1), 1, order),
            }
        )
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(make);
            Assert.Equal("order", refused.ParamName);
            Assert.Contains("Synchronous, Alternating, Forward, Backward", refused.Message, StringComparison.Ordinal);
        }
    }

    // 1 + beta C'' is 0: there is nothing to solve for, and the unit takes its drive and the force of the cost.
    [Fact]
    public void A_nudge_that_takes_away_all_curvature_moves_bounded_units_by_their_drive()
    {
        Assert.Equal(0.45, Nudged<double>(), 1e-12);
        Assert.Equal(0.45, Nudged<float>(), 1e-6);

        static double Nudged<T>()
            where T : unmanaged, INumberBase<T>
        {
            var network = new EnergyNetwork<T>(
                NetworkTopology.Layered([1, 1], Activation.HardSigmoid, Activation.HardSigmoid)
            );
            network.Parameters.EditWeights(0)[0][0] = T.CreateTruncating(0.75);
            var state = SettlingLaws.Clamped(network, T.One);
            state.Outputs[0][0] = T.CreateTruncating(0.2);
            T[] targets = [T.CreateTruncating(0.5)];
            new FixedPoint(1).Settle(
                network,
                state,
                new Nudge<T>(-T.One, SquaredError.Half, new ReadOnlyMatrixSpan<T>(targets, 1))
            );
            return double.CreateTruncating(state.Outputs[0][0]);
        }
    }

    // What it reads is a thousand times what moved, and nothing comes of it.
    [Fact]
    public void A_readout_is_not_among_the_units_that_have_to_settle()
    {
        var moved = (1 / (1 + Math.Exp(-2))) - 0.5;
        Assert.Equal(moved, Residual<double>(), 1e-12);
        Assert.Equal(moved, Residual<float>(), 1e-6);

        static double Residual<T>()
            where T : unmanaged, INumberBase<T>
        {
            var network = new EnergyNetwork<T>(
                NetworkTopology.Layered([1, 1, 1], Activation.Sigmoid, Activation.Linear, readout: true)
            );
            network.Parameters.EditWeights(0)[0][0] = T.CreateTruncating(2);
            network.Parameters.EditWeights(1)[0][0] = T.CreateTruncating(1000);
            var state = SettlingLaws.Clamped(network, T.One);
            var nudge = new Nudge<T>(T.One, new LinearCost(), new ReadOnlyMatrixSpan<T>([T.Zero], 1));
            Settling settling = new FixedPoint(1).Settle(network, state, nudge);
            Assert.Equal(881, double.CreateTruncating(state.Outputs[0][0]), 1.0);
            return settling.LargestResidual;
        }
    }
}
