using System.Numerics;
using CsCheck;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Relaxation.Sweeps;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Relaxation.Sweeps;

public sealed class GradientFlowTests
{
    [Fact]
    public void Energy_never_rises_in_small_steps() =>
        RandomGraph.Any.Sample(graph =>
        {
            const double norm = 2;
            var network = graph.Network(norm);
            var state = RandomGraph.State(network, 1, graph.Seed);
            var flow = new GradientFlow(1 / (1 + norm), 1);
            var energies = SettlingLaws.Energies(
                flow,
                network,
                state,
                0,
                SettlingLaws.CostOf(graph),
                Targets(network),
                30
            );
            SettlingLaws.NeverRises(energies, graph.ToString());
        });

    [Theory]
    [InlineData(0.5)]
    [InlineData(-0.5)]
    public void Total_energy_never_rises_in_small_steps(double beta) =>
        RandomGraph.Any.Sample(graph =>
        {
            // Weights to a readout are within sqrt(6 / 2) each, and the greatest layer has 8 units.
            const double norm = 2;
            var network = graph.Network(norm);
            var state = RandomGraph.State(network, 1, graph.Seed);
            var flow = new GradientFlow(1 / (1 + norm + (Math.Abs(beta) * (graph.HasReadout ? norm * norm : 1))), 1);
            var energies = SettlingLaws.Energies(
                flow,
                network,
                state,
                beta,
                SettlingLaws.CostOf(graph),
                Targets(network),
                30
            );
            SettlingLaws.NeverRises(energies, graph.ToString());
        });

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("hard-tanh")]
    [InlineData("linear")]
    public void Every_unit_of_a_wide_layer_takes_its_step(string name)
    {
        Step<double>(Activation.Named(name), 1e-12);
        Step<float>(Activation.Named(name), 1e-5);
    }

    [Fact]
    public void A_whole_step_is_a_synchronous_sweep() =>
        RandomGraph.Any.Sample(graph =>
        {
            var network = graph.Network(1);
            var flowing = RandomGraph.State(network, 2, graph.Seed);
            var sweeping = flowing.Fork();
            new GradientFlow(1, 4).Settle(network, flowing);
            new FixedPoint(4, order: SweepOrder.Synchronous).Settle(network, sweeping);

            Assert.Equal(RandomGraph.Units(sweeping, 1), RandomGraph.Units(flowing, 1));
        });

    [Fact]
    public void Piecewise_linear_units_take_projected_steps_down_the_energy() =>
        RandomGraph.Any.Sample(graph =>
        {
            const double step = 0.4;
            var network = (graph with { HiddenActivation = Activation.HardSigmoid }).Network(2);
            var state = RandomGraph.State(network, 1, graph.Seed);
            var layer = network.Topology.Free[0];
            if (network.Topology.Layers[layer].Activation != Activation.HardSigmoid)
            {
                return;
            }

            var force = new double[network.Topology.Layers[layer].Size];
            NetworkEnergy.Force(network, state, layer, 0, force);
            var expected = state
                .Units(layer)[0]
                .ToArray()
                .Zip(force, (unit, push) => Math.Clamp(unit + (step * push), 0, 1))
                .ToArray();
            new GradientFlow(step, 1).Settle(network, state);

            RandomNetworks.AssertClose(expected, state.Units(layer)[0], 1e-14);
        });

    // One tolerance means the same rest, whatever the size of the steps.
    [Theory]
    [InlineData(1)]
    [InlineData(0.1)]
    public void Residuals_are_per_unit_of_step_size(double step)
    {
        var network = SettlingLaws.Slow(0.5, layers: 1);
        var state = SettlingLaws.Clamped(network, 2.0);
        var settling = new GradientFlow(step, 1).Settle(network, state);

        Assert.Equal(2, settling.LargestResidual, 1e-12);
        Assert.Equal(2 * step, state.Outputs[0][0], 1e-12);
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientFlow(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientFlow(1.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientFlow(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientFlow(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientFlow(0.5, 1, -1));
    }

    // A unit at s with the drive u goes to rho((1 - dt) G'(s) + dt u).
    private static void Step<T>(Activation activation, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        const int size = 300;
        const double pace = 0.4;
        var network = new EnergyNetwork<T>(NetworkTopology.Layered([1, size, 1], activation, Activation.Linear));
        var state = SettlingLaws.Clamped(network, T.One);
        var biases = network.Parameters.EditBiases(1);
        var expected = new double[size];
        for (var unit = 0; unit < size; unit++)
        {
            var start = 0.1 + (0.002 * unit);
            var drive = 0.3 - (0.003 * unit);
            double[] drives = [start];
            activation.Inverse<double>(drives, drives);
            drives[0] = ((1 - pace) * drives[0]) + (pace * drive);
            activation.Apply<double>(drives, drives);
            expected[unit] = drives[0];
            biases[unit] = T.CreateTruncating(drive);
            state.Units(1)[0][unit] = T.CreateTruncating(start);
        }

        LayerKernels.InputDrives(network, state);
        new GradientFlow(pace, 1).Settle(network, state);
        double[] units = [.. state.Units(1)[0].ToArray().Select(double.CreateTruncating)];
        RandomNetworks.AssertClose(expected, units, tolerance);
    }

    private static Hebb.Numerics.AlignedMatrix<double> Targets(EnergyNetwork<double> network) =>
        RandomGraph.Targets(network.Topology, 1, seed: 1);
}
