using CsCheck;
using Hebb.Catalogues;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Networks;

public sealed class NetworkStateTests
{
    private static readonly FixedPoint Sweeps = new(20);

    [Fact]
    public void A_new_state_is_at_rest()
    {
        var state = new NetworkState<double>(
            NetworkTopology.Layered([2, 3, 1], Activation.Sigmoid, Activation.Tanh),
            capacity: 2
        );

        Assert.All(state.Units(1)[1].ToArray(), unit => Assert.Equal(0.5, unit));
        Assert.Equal(0, state.Outputs[0][0]);
    }

    [Fact]
    public void Inputs_of_another_shape_are_refused()
    {
        var network = Network();
        var state = new NetworkState<double>(network.Topology, capacity: 2);

        Says("inputs: 3 numbers a row; the network takes 2", () => state.Clamp(network, Rows(1, 3)));
        Says("inputs: 3 rows; the state holds from 1 to 2", () => state.Clamp(network, Rows(3, 2)));
        Says("inputs: 0 rows; the state holds from 1 to 2", () => state.Clamp(network, Rows(0, 2)));
        Says("another network", () => state.Clamp(Network(), Rows(1, 2)));
        state.Clamp(network, Rows(1, 2));
        Assert.Equal(1, state.Rows);
        Says("outputs: 2 rows of 1; 1 rows of 1 are needed", () => state.ClampOutputs(Rows(2, 1)));
        Says("outputs: 1 rows of 2; 1 rows of 1 are needed", () => state.ClampOutputs(Rows(1, 2)));
        var readout = new NetworkState<double>(
            NetworkTopology.Layered([2, 1], Activation.Tanh, Activation.Linear, readout: true)
        );
        Says("layer 'output': a readout does not act on the others", () => readout.ClampOutputs(Rows(1, 1)));
    }

    [Fact]
    public void Inputs_pass_through_their_activation()
    {
        var topology = NetworkTopology.Layered([2, 1], Activation.Tanh, Activation.Linear, Activation.HardSigmoid);
        var state = new NetworkState<double>(topology);
        double[] inputs = [-1, 0.4];
        state.Clamp(new EnergyNetwork<double>(topology), new ReadOnlyMatrixSpan<double>(inputs, 1, 2, 2));

        Assert.Equal([0, 0.4], state.Units(0)[0].ToArray());
    }

    [Fact]
    public void A_fork_goes_its_own_way() =>
        RandomGraph.Any.Sample(graph =>
        {
            var network = graph.Network(0.6);
            var state = RandomGraph.State(network, 3, graph.Seed);
            var before = RandomGraph.Units(state, 1);
            var fork = state.Fork();
            Assert.Equal(before, RandomGraph.Units(fork, 1));
            Assert.Equal(state.Units(0)[2].ToArray(), fork.Units(0)[2].ToArray());

            Sweeps.Settle(network, fork);

            Assert.Equal(before, RandomGraph.Units(state, 1));
            Sweeps.Settle(network, state);
            Assert.Equal(RandomGraph.Units(state, 1), RandomGraph.Units(fork, 1));
        });

    [Fact]
    public void Copies_take_over_what_they_say()
    {
        var network = Network();
        var source = RandomGraph.State(network, 2, seed: 1);
        var other = RandomGraph.State(network, 2, seed: 2);
        var small = new NetworkState<double>(network.Topology);
        var inputs = other.Units(0)[0].ToArray();

        other.CopyUnitsFrom(source);
        Assert.Equal(RandomGraph.Units(source, 0), RandomGraph.Units(other, 0));
        Assert.Equal(inputs, other.Units(0)[0].ToArray());
        other.CopyFrom(source);
        Assert.Equal(source.Units(0)[0].ToArray(), other.Units(0)[0].ToArray());
        Says("source: 2 examples; the state holds at most 1", () => small.CopyFrom(source));
        Says("source: 2 examples; 1 are needed", () => small.CopyUnitsFrom(source));
        Says("another network", () => small.CopyFrom(new NetworkState<double>(Network().Topology)));
        Says("another network", () => small.CopyUnitsFrom(new NetworkState<double>(Network().Topology)));
    }

    [Fact]
    public void Outputs_stay_clamped_in_a_copy_until_the_copy_is_released()
    {
        var network = Network();
        var state = RandomGraph.State(network, 1, seed: 1);
        double[] outputs = [0.875];
        state.ClampOutputs(new ReadOnlyMatrixSpan<double>(outputs, 1, 1, 1));
        var fork = state.Fork();
        var released = state.Fork();
        released.ReleaseOutputs();
        foreach (var one in new[] { state, fork, released })
        {
            Sweeps.Settle(network, one);
        }

        Assert.True(fork.OutputsAreClamped);
        Assert.Equal(RandomGraph.Units(state, 0), RandomGraph.Units(fork, 0));
        Assert.NotEqual(0.875, released.Outputs[0][0]);
        fork.CopyFrom(released);
        Assert.False(fork.OutputsAreClamped);
    }

    [Fact]
    public void Reset_keeps_the_inputs_and_forgets_the_rest()
    {
        var network = Network();
        var state = RandomGraph.State(network, 1, seed: 1);
        var fresh = RandomGraph.State(network, 1, seed: 1, fromRest: true);
        state.ClampOutputs(Rows(1, 1));
        Sweeps.Settle(network, state);
        state.Reset();

        Assert.False(state.OutputsAreClamped);
        Sweeps.Settle(network, state);
        Sweeps.Settle(network, fresh);
        Assert.Equal(RandomGraph.Units(fresh, 0), RandomGraph.Units(state, 0));
    }

    [Fact]
    public void Clamped_outputs_stay_until_they_are_released()
    {
        var network = Network();
        var state = RandomGraph.State(network, 1, seed: 1);
        double[] outputs = [0.875];
        state.ClampOutputs(new ReadOnlyMatrixSpan<double>(outputs, 1, 1, 1));
        foreach (var name in CatalogueSet.Standard.Relaxations.Names)
        {
            (CatalogueSet.Standard.Relaxations.Find(name) with { Tolerance = 1e-3 }).Create(50).Settle(network, state);
            Assert.Equal(0.875, state.Outputs[0][0]);
        }

        state.ReleaseOutputs();
        Sweeps.Settle(network, state);
        Assert.NotEqual(0.875, state.Outputs[0][0]);
    }

    private static EnergyNetwork<double> Network() =>
        EnergyNetwork.Create<double>(NetworkTopology.Layered([2, 5, 1], Activation.Sigmoid, Activation.Linear), 1);

    private static ReadOnlyMatrixSpan<double> Rows(int rows, int columns) =>
        new(new double[rows * columns], rows, columns, columns);

    private static void Says(string part, Action action) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
